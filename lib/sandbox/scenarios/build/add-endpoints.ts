import type { RouteTable } from "@aws-sdk/client-ec2";
import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, idOf, MADE_AT, named } from "./builder";

const FULL_ACCESS = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/** CIDRs that AWS publishes for these services in eu-west-1, some of them (ip-ranges.json). */
const SERVICE_CIDRS: Readonly<Record<"s3" | "dynamodb", readonly string[]>> = {
  s3: ["3.5.64.0/21", "3.5.72.0/23", "18.34.0.0/19", "18.34.232.0/21", "52.218.0.0/17", "52.92.0.0/17"],
  dynamodb: ["3.248.178.40/29", "52.94.5.0/24", "52.94.24.0/23", "52.119.240.0/21"],
};

/** The prefix list of a gateway service: AWS's own, made once for the region. Returns its id. */
export function servicePrefixListId(builder: Builder, service: "s3" | "dynamodb"): string {
  const { regionWorld, ids } = builder;
  const name = `com.amazonaws.${regionWorld.region}.${service}`;
  const known = regionWorld.managedPrefixLists.find((list) => list.PrefixListName === name);
  if (known !== undefined) return idOf(known.PrefixListId);
  const id = ids.id("pl");
  regionWorld.managedPrefixLists.push({
    PrefixListId: id,
    PrefixListName: name,
    PrefixListArn: `arn:aws:ec2:${regionWorld.region}:aws:prefix-list/${id}`,
    AddressFamily: "IPv4",
    OwnerId: "AWS",
    State: "create-complete",
    Tags: [],
  });
  regionWorld.prefixListEntries[id] = SERVICE_CIDRS[service].map((Cidr) => ({ Cidr }));
  return id;
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
      requesterId: "amazon-aws",
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
    DnsEntries: [{ DnsName: `${id}.${host}.vpce.amazonaws.com` }, { DnsName: `${host}.amazonaws.com` }],
    PrivateDnsEnabled: true,
    RequesterManaged: false,
    CreationTimestamp: MADE_AT,
    OwnerId: regionWorld.accountId,
    Tags: named(spec.name),
  });
}
