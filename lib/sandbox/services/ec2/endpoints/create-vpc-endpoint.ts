import type {
  CreateVpcEndpointCommandInput,
  CreateVpcEndpointCommandOutput,
  GroupIdentifier,
  RouteTable,
  ServiceDetail,
  Tag,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { refuseUnencrypted } from "../account/encryption-controls/refuse-unencrypted";
import { pickByIds } from "../describe/pick-by-ids";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { specifiedTags } from "../requests/specified-tags";
import { readGroupsOfInterface } from "../security-groups/groups-for-vpc";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { scheduleState } from "./endpoint-settlers";
import { isEnding, invalid, toState } from "./endpoint-ids";
import { addEndpointInterfaces, readPlaces, type EndpointPlace } from "./endpoint-interfaces";
import { addEndpointRoutes, readRouteTables } from "./endpoint-routes";
import { readPrivateDns, toDnsEntries } from "./private-dns";
import { readPolicy } from "./read-policy";
import { findService, type EndpointType } from "./find-service";

/** "Gateway VPC endpoints per Region", "Interface and Gateway Load Balancer endpoints per VPC" (Amazon VPC quotas). */
const GATEWAYS_PER_REGION = 20;
const INTERFACES_PER_VPC = 50;

/** What a request asks for, once it has been found good. */
interface Plan {
  type: EndpointType;
  service: ServiceDetail;
  policy: string;
  tables: RouteTable[];
  places: EndpointPlace[];
  groups: GroupIdentifier[];
  isPrivate: boolean;
  tags: Tag[];
}

function checkQuota({ regionWorld }: HandlerContext, type: EndpointType, vpcId: string): void {
  const living = regionWorld.vpcEndpoints.filter((endpoint) => !isEnding(endpoint));
  const isGateway = type === "Gateway";
  const alike = living.filter((endpoint) =>
    isGateway
      ? endpoint.VpcEndpointType === "Gateway"
      : endpoint.VpcEndpointType !== "Gateway" && endpoint.VpcId === vpcId,
  );
  if (alike.length < (isGateway ? GATEWAYS_PER_REGION : INTERFACES_PER_VPC)) return;
  throw new AwsError("VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
}

/** Members of one type of endpoint do not go with another (EC2 API reference: CreateVpcEndpoint). */
function checkMembers(input: CreateVpcEndpointCommandInput, type: EndpointType): void {
  const isGateway = type === "Gateway";
  const { RouteTableIds = [], SubnetIds = [], SecurityGroupIds = [] } = input;
  if (!isGateway && RouteTableIds.length > 0) {
    throw invalid("Route table IDs are only supported for Gateway type VPC endpoints.");
  }
  if (isGateway && SubnetIds.length > 0) {
    throw invalid(
      "Subnet IDs are only supported for Interface and Gateway Load Balancer type VPC endpoints.",
    );
  }
  if (type !== "Interface" && SecurityGroupIds.length > 0) {
    throw invalid("Security group IDs are only supported for Interface type VPC endpoints.");
  }
  if (type !== "Interface" && input.PrivateDnsEnabled === true) {
    throw invalid("Private DNS is only supported for Interface type VPC endpoints.");
  }
  if (type !== "Interface" && input.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint !== undefined) {
    throw invalid(
      "DnsOptions PrivateDnsOnlyForInboundResolverEndpoint is applicable only to Interface VPC Endpoints.",
    );
  }
  if (type === "GatewayLoadBalancer" && SubnetIds.length > 1) {
    throw invalid("A Gateway Load Balancer endpoint can have only one subnet.");
  }
}

function readPlan(context: HandlerContext, input: CreateVpcEndpointCommandInput): Plan {
  const { regionWorld } = context;
  const { VpcId: vpcId = "", SubnetIds: subnetIds = [] } = input;
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  const { type, service } = findService(regionWorld, input);
  checkMembers(input, type);
  const endpoint = { VpcId: vpcId, ServiceName: service.ServiceName };
  const plan = {
    type,
    service,
    policy: readPolicy(input.PolicyDocument),
    tables: type === "Gateway" ? readRouteTables(regionWorld, endpoint, input.RouteTableIds ?? []) : [],
    places: readPlaces(context, vpcId, {
      subnetIds,
      configurations: input.SubnetConfigurations ?? [],
      present: [],
    }),
    groups:
      type === "Interface" ? readGroupsOfInterface(regionWorld, vpcId, input.SecurityGroupIds ?? []) : [],
    isPrivate:
      type === "Interface" &&
      readPrivateDns(regionWorld, {
        vpcId,
        service,
        isEnabled: input.PrivateDnsEnabled,
        options: input.DnsOptions,
      }),
    tags: specifiedTags(input.TagSpecifications, "vpc-endpoint"),
  };
  checkQuota(context, type, vpcId);
  if (type === "GatewayLoadBalancer") {
    refuseUnencrypted(regionWorld, vpcId, { what: "A Gateway Load Balancer endpoint" });
  }
  return plan;
}

function toEndpoint(context: HandlerContext, input: CreateVpcEndpointCommandInput, plan: Plan): VpcEndpoint {
  const { type, service } = plan;
  const onlyInbound =
    plan.isPrivate && service.PrivateDnsName?.startsWith("*.s3.") === true
      ? {
          PrivateDnsOnlyForInboundResolverEndpoint:
            input.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint ?? true,
        }
      : {};
  return {
    VpcEndpointId: context.ids.id("vpce"),
    VpcEndpointType: type,
    VpcId: input.VpcId,
    ServiceName: service.ServiceName,
    ServiceRegion: context.region,
    State: toState(type === "Gateway" ? "available" : "pending"),
    ...(type === "GatewayLoadBalancer" ? {} : { PolicyDocument: plan.policy }),
    RouteTableIds: [],
    SubnetIds: [],
    Groups: plan.groups,
    ...(type === "Gateway"
      ? {}
      : {
          IpAddressType: input.IpAddressType ?? "ipv4",
          DnsOptions: { DnsRecordIpType: input.DnsOptions?.DnsRecordIpType ?? "ipv4", ...onlyInbound },
        }),
    PrivateDnsEnabled: plan.isPrivate,
    RequesterManaged: false,
    NetworkInterfaceIds: [],
    DnsEntries: [],
    CreationTimestamp: new Date(context.clock.now()),
    Tags: plan.tags,
    OwnerId: context.accountId,
  };
}

function create(context: HandlerContext, input: CreateVpcEndpointCommandInput): VpcEndpoint {
  const { regionWorld } = context;
  const plan = readPlan(context, input);
  const endpoint = toEndpoint(context, input, plan);
  regionWorld.vpcEndpoints.push(endpoint);
  if (plan.type === "Gateway") {
    addEndpointRoutes(regionWorld, endpoint, plan.tables);
    return endpoint;
  }
  addEndpointInterfaces(context, endpoint, plan);
  if (plan.type === "Interface") endpoint.DnsEntries = toDnsEntries(regionWorld, endpoint, plan.service);
  scheduleState(context, endpoint, "available");
  return endpoint;
}

/** Makes an endpoint: of a gateway, routes to it; of an interface, interfaces in subnets and names. */
export const createVpcEndpoint: Handler<
  CreateVpcEndpointCommandInput,
  Answer<CreateVpcEndpointCommandOutput>
> = (context, input) => {
  const endpoint = oncePerClientToken<VpcEndpoint>(
    context,
    { operation: "CreateVpcEndpoint", input },
    {
      idOf: (made) => made.VpcEndpointId,
      find: (id) => context.regionWorld.vpcEndpoints.find((made) => made.VpcEndpointId === id),
      create: () => create(context, input),
    },
  );
  const token = input.ClientToken === undefined ? {} : { ClientToken: input.ClientToken };
  return { VpcEndpoint: endpoint, ...token };
};
