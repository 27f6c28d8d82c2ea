import { createHash } from "node:crypto";
import type { ServiceDetail } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

type ServiceType = "Gateway" | "Interface";

/** A service of AWS's that endpoints reach: the end of its name, and of its private DNS name where that differs. */
interface Entry {
  name: string;
  types: readonly ServiceType[];
  host?: string;
  /** DynamoDB's interface endpoints have no private DNS name. */
  hasPrivateName?: false;
}

/** "AWS services that integrate with AWS PrivateLink" (PrivateLink guide), the most used of them. */
const INTERFACE_SERVICES =
  "access-analyzer acm-pca appconfig application-autoscaling appsync-api athena autoscaling backup batch bedrock bedrock-agent-runtime bedrock-runtime cloudformation cloudtrail codebuild codecommit codedeploy codepipeline comprehend config ec2 ec2messages ecs ecs-agent ecs-telemetry eks elasticache elasticfilesystem elasticloadbalancing events fis glue guardduty-data imagebuilder inspector2 kms lakeformation lambda license-manager logs monitoring mq organizations pipes polly ram rds rds-data redshift redshift-data rekognition resource-groups route53resolver scheduler secretsmanager securityhub servicecatalog servicediscovery servicequotas sns sqs ssm ssm-contacts ssmmessages states sts sync-states synthetics tagging textract timestream.query transcribe transfer translate wafv2 workspaces xray".split(
    " ",
  );

const CATALOGUE: readonly Entry[] = [
  { name: "s3", types: ["Gateway", "Interface"], host: "*.s3" },
  { name: "dynamodb", types: ["Gateway", "Interface"], hasPrivateName: false },
  { name: "ecr.api", types: ["Interface"], host: "api.ecr" },
  { name: "ecr.dkr", types: ["Interface"], host: "*.dkr.ecr" },
  { name: "execute-api", types: ["Interface"], host: "*.execute-api" },
  { name: "kinesis-firehose", types: ["Interface"], host: "firehose" },
  { name: "kinesis-streams", types: ["Interface"], host: "kinesis" },
  { name: "sagemaker.api", types: ["Interface"], host: "api.sagemaker" },
  { name: "sagemaker.runtime", types: ["Interface"], host: "runtime.sagemaker" },
  ...INTERFACE_SERVICES.map((name): Entry => ({ name, types: ["Interface"] })),
];

function toDetail(regionWorld: RegionWorld, entry: Entry, type: ServiceType): ServiceDetail {
  const { region } = regionWorld;
  const zones = regionWorld.availabilityZones;
  const serviceName = `com.amazonaws.${region}.${entry.name}`;
  const digits = createHash("sha256").update(`${serviceName}/${type}`).digest("hex").slice(0, 16);
  const isNamed = type === "Interface" && entry.hasPrivateName !== false;
  const privateName = `${entry.host ?? entry.name}.${region}.amazonaws.com`;
  return {
    ServiceName: serviceName,
    ServiceId: `vpce-svc-0${digits}`,
    ServiceType: [{ ServiceType: type }],
    ServiceRegion: region,
    AvailabilityZoneIds: zones.flatMap((zone) => zone.ZoneId ?? []),
    AvailabilityZones: zones.flatMap((zone) => zone.ZoneName ?? []),
    Owner: "amazon",
    BaseEndpointDnsNames: [
      type === "Gateway"
        ? `${entry.name}.${region}.amazonaws.com`
        : `${entry.name}.${region}.vpce.amazonaws.com`,
    ],
    ...(isNamed ? { PrivateDnsName: privateName, PrivateDnsNames: [{ PrivateDnsName: privateName }] } : {}),
    VpcEndpointPolicySupported: true,
    AcceptanceRequired: false,
    ManagesVpcEndpoints: false,
    Tags: [],
    ...(isNamed ? { PrivateDnsNameVerificationState: "verified" } : {}),
    SupportedIpAddressTypes: ["ipv4"],
  };
}

/** The services of a region, one for each type of endpoint that reaches it. */
export function serviceDetails(regionWorld: RegionWorld): ServiceDetail[] {
  return CATALOGUE.flatMap((entry) => entry.types.map((type) => toDetail(regionWorld, entry, type)));
}

/** A service that somebody offers by PrivateLink: taken for one that exists, as the sandbox has none of its own. */
export function isOfferedService(serviceName: string, region: string): boolean {
  return new RegExp(`^com\\.amazonaws\\.vpce\\.${region}\\.vpce-svc-[0-9a-f]{17}$`).test(serviceName);
}
