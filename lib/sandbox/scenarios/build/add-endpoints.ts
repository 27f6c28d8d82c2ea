import type { RouteTable } from "@aws-sdk/client-ec2";
import { FULL_ACCESS } from "../../services/ec2/endpoints/read-policy";
import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, idOf, MADE_AT, named } from "./builder";

/** The prefix list of a gateway service, which AWS has in every region. */
function servicePrefixListId({ regionWorld }: Builder, service: "s3" | "dynamodb"): string {
  const name = `com.amazonaws.${regionWorld.region}.${service}`;
  return idOf(regionWorld.managedPrefixLists.find((list) => list.PrefixListName === name)?.PrefixListId);
}

/** Makes a gateway endpoint, and its routes in these tables. */
export function addGatewayEndpoint(
  builder: Builder,
  vpc: BuiltVpc,
  {
    service,
    name,
    routeTables,
    policy = FULL_ACCESS,
  }: { service: "s3" | "dynamodb"; name?: string; routeTables: readonly RouteTable[]; policy?: string },
): void {
  const { regionWorld, ids } = builder;
  const id = ids.id("vpce");
  const prefixListId = servicePrefixListId(builder, service);
  for (const table of routeTables) {
    table.Routes = [
      ...(table.Routes ?? []),
      { DestinationPrefixListId: prefixListId, GatewayId: id, Origin: "CreateRoute", State: "active" },
    ];
  }
  regionWorld.vpcEndpoints.push({
    VpcEndpointId: id,
    VpcEndpointType: "Gateway",
    VpcId: vpc.vpcId,
    ServiceName: `com.amazonaws.${regionWorld.region}.${service}`,
    ServiceRegion: regionWorld.region,
    State: "available" as string as "Available",
    PolicyDocument: policy,
    RouteTableIds: routeTables.map((table) => idOf(table.RouteTableId)),
    SubnetIds: [],
    Groups: [],
    NetworkInterfaceIds: [],
    DnsEntries: [],
    PrivateDnsEnabled: false,
    RequesterManaged: false,
    CreationTimestamp: MADE_AT,
    OwnerId: regionWorld.accountId,
    Tags: named(name),
  });
}

/** Makes an interface endpoint with private DNS, and its interfaces. */
export function addInterfaceEndpoint(
  builder: Builder,
  vpc: BuiltVpc,
  spec: {
    service: string;
    name: string;
    subnets: readonly BuiltSubnet[];
    groups: readonly BuiltSecurityGroup[];
  },
): void {
  const { regionWorld, ids } = builder;
  const id = ids.id("vpce");
  const interfaces = spec.subnets.map((subnet) =>
    addInterface(builder, {
      subnet,
      groups: spec.groups,
      type: "vpc_endpoint",
      description: `VPC Endpoint Interface ${id}`,
      requesterId: regionWorld.accountId,
    }),
  );
  const host = `${spec.service}.${regionWorld.region}`;
  regionWorld.vpcEndpoints.push({
    VpcEndpointId: id,
    VpcEndpointType: "Interface",
    VpcId: vpc.vpcId,
    ServiceName: `com.amazonaws.${regionWorld.region}.${spec.service}`,
    ServiceRegion: regionWorld.region,
    State: "available" as string as "Available",
    IpAddressType: "ipv4",
    DnsOptions: { DnsRecordIpType: "ipv4" },
    PolicyDocument: FULL_ACCESS,
    RouteTableIds: [],
    SubnetIds: spec.subnets.map((subnet) => subnet.subnetId),
    Groups: spec.groups.map((group) => ({ GroupId: group.groupId, GroupName: group.name })),
    NetworkInterfaceIds: interfaces.map((eni) => idOf(eni.NetworkInterfaceId)),
    DnsEntries: [
      { DnsName: `${id}.${host}.vpce.amazonaws.com`, HostedZoneId: "Z38GZ743OKFT7T" },
      { DnsName: `${host}.amazonaws.com`, HostedZoneId: `Z0${id.slice(-8).toUpperCase()}` },
    ],
    PrivateDnsEnabled: true,
    RequesterManaged: false,
    CreationTimestamp: MADE_AT,
    OwnerId: regionWorld.accountId,
    Tags: named(spec.name),
  });
}
