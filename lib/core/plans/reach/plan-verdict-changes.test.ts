import { describe, expect, it } from "vitest";
import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { anEgressOnlyInternetGateway, aPeeringConnection } from "@/lib/testing/builders/gateways";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aRoute,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";
import { openVpc } from "../../reachability/cases/open-vpc.test-builder";
import { buildNetwork } from "../../network/build-network";
import type { Resources } from "../../network/resources";
import type { Attachment } from "../../network/vpc-config";
import { buildAttachment, buildPlanFacts } from "../testing/build-plan-facts";
import { planDetach } from "../plan-detach";
import { planVerdictChanges } from "./plan-verdict-changes";
import { previewVerdicts } from "./preview-verdicts";

const everything = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
const openAcl = (NetworkAclId: string, SubnetId: string) =>
  aNetworkAcl({
    NetworkAclId,
    Associations: [{ NetworkAclId, SubnetId }],
    Entries: [true, false].map((Egress) => ({
      RuleNumber: 100,
      Egress,
      Protocol: "-1",
      RuleAction: "allow" as const,
      CidrBlock: "0.0.0.0/0",
    })),
  });

/** An isolated VPC with a database that lets everybody in, and one that is peered to it without a route. */
const networkOf = (more: Resources = {}) =>
  buildNetwork({
    captures: [
      aFullCapture({
        Vpcs: [
          aVpc({ DhcpOptionsId: "dopt-1" }),
          aVpc({
            VpcId: "vpc-2",
            DhcpOptionsId: "dopt-1",
            CidrBlock: "10.1.0.0/16",
            CidrBlockAssociationSet: [],
          }),
        ],
        VpcAttributes: ["vpc-1", "vpc-2"].map((VpcId) => ({
          VpcId,
          EnableDnsSupport: { Value: true },
          EnableDnsHostnames: { Value: true },
        })),
        DhcpOptions: [
          {
            DhcpOptionsId: "dopt-1",
            DhcpConfigurations: [{ Key: "domain-name-servers", Values: [{ Value: "AmazonProvidedDNS" }] }],
          },
        ],
        Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2", VpcId: "vpc-2", CidrBlock: "10.1.0.0/24" })],
        RouteTables: [
          aRouteTable(),
          aRouteTable({
            RouteTableId: "rtb-2",
            VpcId: "vpc-2",
            Routes: [aRoute({ DestinationCidrBlock: "10.1.0.0/16" })],
          }),
        ],
        SecurityGroups: [aSecurityGroup({ IpPermissions: everything })],
        NetworkAcls: [openAcl("acl-1", "subnet-1"), openAcl("acl-2", "subnet-2")],
        VpcPeeringConnections: [aPeeringConnection()],
        Functions: [aFunction({ VpcConfig: undefined })],
        DBInstances: [aDbInstance()],
        CacheSubnetGroups: [
          aCacheSubnetGroup({ VpcId: "vpc-2", Subnets: [{ SubnetIdentifier: "subnet-2" }] }),
        ],
        CacheClusters: [aCacheCluster()],
        ...more,
      }),
    ],
  });
const inVpc = buildAttachment({ subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] });
const changesOf = (before: Attachment | null, after: Attachment | null, arn = functionArn("orders")) => {
  const reading = planVerdictChanges(networkOf(), { functionArn: arn, before, after });
  const { verdictChanges } = previewVerdicts(reading);
  return Object.fromEntries(verdictChanges.map(({ key, kind }) => [key, kind]));
};

describe("planVerdictChanges", () => {
  it("attaching to an isolated VPC loses the internet and gains its database, not the one across the peering", () => {
    expect(changesOf(null, inVpc)).toMatchObject({
      internet: "lost",
      "service:s3": "lost",
      "db:orders-db": "gained",
      "cache:sessions": "unchanged",
    });
  });

  it("detaching is the reverse", () => {
    expect(changesOf(inVpc, null)).toMatchObject({
      internet: "gained",
      "service:s3": "gained",
      "db:orders-db": "lost",
      "cache:sessions": "unchanged",
    });
  });

  it("creating is compared with a function in no VPC", () => {
    expect(changesOf(null, inVpc, functionArn("new"))).toEqual(changesOf(null, inVpc));
    expect(new Set(Object.values(changesOf(null, null, functionArn("new"))))).toEqual(new Set(["unchanged"]));
  });

  it("is not clear where the groups asked for were not read", () => {
    const unknownGroup = { ...inVpc, securityGroupIds: ["sg-9"] };
    expect(changesOf(inVpc, unknownGroup)).toMatchObject({ "db:orders-db": "unclear" });
  });

  it("says that it cannot evaluate subnets that the snapshot lacks", () => {
    const after = { ...inVpc, subnetIds: ["subnet-7", "subnet-8"] };
    const reading = planVerdictChanges(networkOf(), {
      functionArn: functionArn("orders"),
      before: null,
      after,
    });
    expect(previewVerdicts(reading)).toEqual({
      verdictChanges: [],
      verdictChangesStatus: "not-evaluated",
      verdictChangesNote:
        "What the function reaches could not be evaluated: subnet-7, subnet-8 not found in the newest snapshot.",
    });
  });

  it("asks about no more than a hundred data stores of joined VPCs, and says how many it left out", () => {
    const clusters = Array.from({ length: 130 }, (_, index) =>
      aCacheCluster({ CacheClusterId: `cache-${index}` }),
    );
    const change = { functionArn: functionArn("orders"), before: null, after: inVpc };
    const { verdictChanges, verdictChangesNote } = previewVerdicts(
      planVerdictChanges(networkOf({ CacheClusters: clusters }), change),
    );
    expect(verdictChanges.filter(({ targetKind }) => targetKind === "cache-cluster")).toHaveLength(100);
    expect(verdictChangesNote).toContain("30 more databases and caches");
  });

  it("is what a plan shows and warns about", () => {
    const verdictChanges = planVerdictChanges(networkOf(), {
      functionArn: functionArn("orders"),
      before: inVpc,
      after: null,
    });
    const plan = planDetach(
      buildPlanFacts({ kind: "detach-function", before: inVpc, after: null, vpc: null, verdictChanges }),
    );
    expect(plan.preview.verdictChangesStatus).toBe("evaluated");
    expect(plan.preview.verdictChanges).toContainEqual({
      destination: "orders-db",
      key: "db:orders-db",
      label: "orders-db",
      targetKind: "db-instance",
      protocol: "tcp",
      port: 5432,
      kind: "lost",
      before: "reachable",
      after: "unreachable",
    });
    expect(plan.checks.find(({ code }) => code === "loses-access")).toMatchObject({
      status: "warn",
      message: "It loses orders-db.",
      evidence: [{ fact: "orders-db on tcp 5432: reachable now, unreachable afterwards" }],
    });
  });
});

describe("an attachment that allows IPv6", () => {
  it("gains the internet over it, through an egress-only internet gateway", () => {
    const routes = [{ DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" }];
    const network = buildNetwork({
      captures: [
        aFullCapture({
          ...openVpc(1, { routes }),
          EgressOnlyInternetGateways: [anEgressOnlyInternetGateway()],
          Functions: [aFunction({ VpcConfig: undefined })],
        }),
      ],
    });
    const arn = functionArn("orders");
    const kindOf = (ipv6AllowedForDualStack: boolean) => {
      const place = { vpcId: "vpc-1", subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
      const after: Attachment = { ...place, ipv6AllowedForDualStack };
      const reading = planVerdictChanges(network, { functionArn: arn, before: null, after });
      return previewVerdicts(reading).verdictChanges.find(({ key }) => key === "internet:ipv6")?.kind;
    };
    expect([true, false].map(kindOf)).toEqual(["gained", undefined]);
  });
});
