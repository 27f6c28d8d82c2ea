import {
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateVpcEndpointCommand,
  type CreateVpcEndpointCommandInput,
  DeleteRouteTableCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeVpcEndpointAssociationsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcEndpointServicesCommand,
  EC2Client,
  ModifyVpcEndpointCommand,
  type ModifyVpcEndpointCommandInput,
  type Route,
  type VpcEndpoint,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const S3 = "com.amazonaws.eu-west-1.s3";
const SQS = "com.amazonaws.eu-west-1.sqs";

let sandbox: TestSandbox;
let ec2: EC2Client;
let prod: string;
let staging: string;

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
  [prod = "", staging = ""] = sandbox.regionWorld().vpcs.map((vpc) => vpc.VpcId ?? "");
});
afterAll(() => sandbox.close());

const later = (seconds: number) => sandbox.control("POST", "advance", { seconds });

function subnetId(cidr: string): string {
  return sandbox.regionWorld().subnets.find((subnet) => subnet.CidrBlock === cidr)?.SubnetId ?? "none";
}

function groupId(name: string, vpcId: string): string {
  const found = sandbox
    .regionWorld()
    .securityGroups.find((group) => group.GroupName === name && group.VpcId === vpcId);
  return found?.GroupId ?? "none";
}

function tableId(name: string): string {
  const found = sandbox.regionWorld().routeTables.find((table) => table.Tags?.[0]?.Value === name);
  return found?.RouteTableId ?? "none";
}

async function create(input: Partial<CreateVpcEndpointCommandInput>): Promise<VpcEndpoint> {
  const answer = await ec2.send(new CreateVpcEndpointCommand({ VpcId: staging, ...input }));
  return answer.VpcEndpoint ?? {};
}

async function modify(id: string | undefined, more: Partial<ModifyVpcEndpointCommandInput>) {
  return ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: id, ...more }));
}

async function read(id: string | undefined): Promise<VpcEndpoint | undefined> {
  const answer = await ec2.send(new DescribeVpcEndpointsCommand({ VpcEndpointIds: [id ?? ""] }));
  return answer.VpcEndpoints?.[0];
}

async function remove(...ids: (string | undefined)[]) {
  const VpcEndpointIds = ids.map((id) => id ?? "");
  return (await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds }))).Unsuccessful;
}

async function routesTo(id: string | undefined): Promise<Route[]> {
  const { RouteTables } = await ec2.send(
    new DescribeRouteTablesCommand({ Filters: [{ Name: "route.gateway-id", Values: [id ?? ""] }] }),
  );
  return (RouteTables ?? []).flatMap((table) => table.Routes ?? []).filter((route) => route.GatewayId === id);
}

async function interfacesOf(endpoint: VpcEndpoint | undefined) {
  const Filters = [{ Name: "network-interface-id", Values: endpoint?.NetworkInterfaceIds ?? [] }];
  return (await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }))).NetworkInterfaces ?? [];
}

describe("gateway endpoints", () => {
  it("add routes to their tables, and take them away when they go", async () => {
    const endpoint = await create({
      ServiceName: S3,
      RouteTableIds: [tableId("staging-private")],
      TagSpecifications: [{ ResourceType: "vpc-endpoint", Tags: [{ Key: "Name", Value: "s3" }] }],
    });
    const id = endpoint.VpcEndpointId;
    expect(endpoint).toMatchObject({
      VpcEndpointType: "Gateway",
      State: "available",
      RouteTableIds: [tableId("staging-private")],
      Tags: [{ Key: "Name", Value: "s3" }],
    });
    expect(JSON.parse(endpoint.PolicyDocument ?? "")).toMatchObject({ Statement: [{ Effect: "Allow" }] });
    expect(await routesTo(id)).toMatchObject([
      { DestinationPrefixListId: expect.stringMatching(/^pl-/) as string },
    ]);
    await expect(
      create({ ServiceName: S3, RouteTableIds: [tableId("staging-private")] }),
    ).rejects.toMatchObject({
      name: "RouteAlreadyExists",
      message: expect.stringContaining("already has a route with destination-prefix-list-id pl-") as string,
    });
    await modify(id, {
      AddRouteTableIds: [tableId("staging-public")],
      RemoveRouteTableIds: [tableId("staging-private")],
      PolicyDocument: '{"Statement":[]}',
    });
    expect(await read(id)).toMatchObject({
      RouteTableIds: [tableId("staging-public")],
      PolicyDocument: '{"Statement":[]}',
    });
    expect(await routesTo(id)).toHaveLength(1);
    const doomed = await ec2.send(new CreateRouteTableCommand({ VpcId: staging }));
    const RouteTableId = doomed.RouteTable?.RouteTableId ?? "none";
    await modify(id, { AddRouteTableIds: [RouteTableId] });
    await ec2.send(new DeleteRouteTableCommand({ RouteTableId }));
    expect((await read(id))?.RouteTableIds).toEqual([tableId("staging-public")]);
    await modify(id, { ResetPolicy: true });
    expect((await read(id))?.PolicyDocument).toBe(endpoint.PolicyDocument);
    expect(await remove(id)).toEqual([]);
    expect(await routesTo(id)).toEqual([]);
    expect((await read(id))?.State).toBe("deleting");
    await later(120);
    expect((await read(id))?.State).toBe("deleted");
    await later(3600);
    await expect(read(id)).rejects.toMatchObject({ name: "InvalidVpcEndpointId.NotFound" });
  });

  it("refuse what is not theirs", async () => {
    const cases: [Partial<CreateVpcEndpointCommandInput>, string, string][] = [
      [{ ServiceName: "com.amazonaws.eu-west-1.nothing" }, "InvalidServiceName", "does not exist"],
      [
        { ServiceName: SQS },
        "InvalidParameter",
        "Endpoint type (Gateway) does not match available service types ([Interface]).",
      ],
      [{ ServiceName: S3, VpcId: "vpc-0123456789abcdef0" }, "InvalidVpcID.NotFound", "does not exist"],
      [
        { ServiceName: S3, RouteTableIds: ["rtb-0123456789abcdef0"] },
        "InvalidRouteTableID.NotFound",
        "does not exist",
      ],
      [{ ServiceName: S3, RouteTableIds: [tableId("prod-public")] }, "InvalidParameter", "does not belong"],
      [{ ServiceName: S3, SubnetIds: [subnetId("10.30.10.0/24")] }, "InvalidParameter", "Subnet IDs"],
      [{ ServiceName: S3, PolicyDocument: "{" }, "InvalidPolicyDocument", "not valid"],
      [{ ServiceName: S3, PrivateDnsEnabled: true }, "InvalidParameter", "Private DNS"],
    ];
    for (const [input, name, message] of cases) {
      await expect(create(input), message).rejects.toMatchObject({
        name,
        message: expect.stringContaining(message) as string,
      });
    }
  });
});

describe("interface endpoints", () => {
  const subnets = () => [subnetId("10.30.10.0/24"), subnetId("10.30.11.0/24")];

  it("have an interface in each subnet, names, and the default group", async () => {
    const endpoint = await create({
      VpcEndpointType: "Interface",
      ServiceName: SQS,
      SubnetIds: subnets(),
      ClientToken: "once",
    });
    const id = endpoint.VpcEndpointId;
    expect(endpoint).toMatchObject({
      State: "pending",
      PrivateDnsEnabled: true,
      SubnetIds: subnets(),
      Groups: [{ GroupName: "default" }],
    });
    expect(endpoint.DnsEntries).toHaveLength(4);
    expect(endpoint.DnsEntries?.at(-1)?.DnsName).toBe("sqs.eu-west-1.amazonaws.com");
    const again = await create({
      VpcEndpointType: "Interface",
      ServiceName: SQS,
      SubnetIds: subnets(),
      ClientToken: "once",
    });
    expect(again.VpcEndpointId).toBe(id);
    await later(120);
    expect((await read(id))?.State).toBe("available");
    expect(await interfacesOf(endpoint)).toMatchObject([
      {
        InterfaceType: "vpc_endpoint",
        RequesterManaged: true,
        RequesterId: sandbox.world.homeAccountId,
        Attachment: { InstanceOwnerId: "amazon-aws" },
        Status: "in-use",
      },
      { Description: `VPC Endpoint Interface ${id ?? ""}`, Groups: [{ GroupName: "default" }] },
    ]);
    await expect(
      create({ VpcEndpointType: "Interface", ServiceName: SQS, SubnetIds: subnets() }),
    ).rejects.toMatchObject({
      name: "InvalidParameter",
      message: `private-dns-enabled cannot be set because there is already a conflicting DNS domain for sqs.eu-west-1.amazonaws.com in the VPC ${staging}`,
    });

    await modify(id, {
      RemoveSubnetIds: [subnetId("10.30.11.0/24")],
      AddSecurityGroupIds: [groupId("staging-functions", staging)],
      RemoveSecurityGroupIds: [groupId("default", staging)],
      PrivateDnsEnabled: false,
    });
    const changed = await read(id);
    expect(changed).toMatchObject({
      SubnetIds: [subnetId("10.30.10.0/24")],
      Groups: [{ GroupName: "staging-functions" }],
      PrivateDnsEnabled: false,
    });
    expect(await interfacesOf(changed)).toMatchObject([{ Groups: [{ GroupName: "staging-functions" }] }]);
    expect(changed?.DnsEntries).toHaveLength(2);
    await modify(id, { AddSubnetIds: [subnetId("10.30.11.0/24")] });
    const moved = await read(id);
    expect(moved?.NetworkInterfaceIds).toHaveLength(2);
    expect((await interfacesOf(moved)).map((eni) => eni.Groups?.[0]?.GroupName)).toEqual([
      "staging-functions",
      "staging-functions",
    ]);
    await modify(id, { RemoveSubnetIds: [subnetId("10.30.11.0/24")] });
    await expect(
      modify(id, { RemoveSecurityGroupIds: [groupId("staging-functions", staging)] }),
    ).rejects.toMatchObject({ name: "InvalidParameter" });
    await expect(modify(id, { AddRouteTableIds: [tableId("staging-public")] })).rejects.toMatchObject({
      name: "InvalidParameter",
    });

    expect(await remove(id, "vpce-0123456789abcdef0")).toEqual([
      {
        ResourceId: "vpce-0123456789abcdef0",
        Error: {
          Code: "InvalidVpcEndpoint.NotFound",
          Message: "The Vpc Endpoint Id 'vpce-0123456789abcdef0' does not exist",
        },
      },
    ]);
    expect(await interfacesOf(changed)).toHaveLength(1);
    await later(120);
    expect(await interfacesOf(changed)).toEqual([]);
    await expect(modify(id, { ResetPolicy: true })).rejects.toMatchObject({
      name: "InvalidVpcEndpointId.NotFound",
    });
  });

  it("need both DNS attributes for private DNS", async () => {
    const attributes = sandbox.regionWorld().vpcAttributes[staging];
    const input = { VpcEndpointType: "Interface" as const, ServiceName: "com.amazonaws.eu-west-1.sns" };
    for (const name of ["enableDnsSupport", "enableDnsHostnames"] as const) {
      Object.assign(attributes ?? {}, { [name]: false });
      await expect(create(input), name).rejects.toMatchObject({
        name: "InvalidParameter",
        message: `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${staging}`,
      });
      Object.assign(attributes ?? {}, { [name]: true });
    }
    const { VpcEndpointId } = await create({ ...input, PrivateDnsEnabled: false });
    await modify(VpcEndpointId, { PrivateDnsEnabled: true });
    expect((await read(VpcEndpointId))?.PrivateDnsEnabled).toBe(true);
  });

  it("of S3 are for callers from outside unless it is said otherwise, DynamoDB's have no private name", async () => {
    const input = { VpcEndpointType: "Interface" as const, ServiceName: S3 };
    await expect(create(input)).rejects.toMatchObject({
      name: "InvalidParameter",
      message: `To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC ${staging} must have a Gateway endpoint for the service.`,
    });
    const s3 = await create({ ...input, DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: false } });
    expect(s3.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint).toBe(false);
    const dynamodb = { ...input, ServiceName: "com.amazonaws.eu-west-1.dynamodb" };
    await expect(create({ ...dynamodb, PrivateDnsEnabled: true })).rejects.toMatchObject({
      name: "InvalidParameter",
    });
    expect((await create(dynamodb)).PrivateDnsEnabled).toBe(false);
  });

  it("stand in one subnet of each zone, of their VPC, in its groups", async () => {
    const input = { VpcId: prod, VpcEndpointType: "Interface" as const, ServiceName: SQS };
    const sameZone = [subnetId("10.20.10.0/24"), subnetId("10.20.250.0/28")];
    await expect(create({ ...input, SubnetIds: sameZone })).rejects.toMatchObject({
      name: "DuplicateSubnetsInSameZone",
      message: `Found another VPC endpoint subnet in the availability zone of ${sameZone[1] ?? ""}`,
    });
    await expect(create({ ...input, SubnetIds: subnets() })).rejects.toMatchObject({
      name: "InvalidParameter",
    });
    await expect(
      create({ ...input, SecurityGroupIds: [groupId("staging-functions", staging)] }),
    ).rejects.toMatchObject({ name: "InvalidGroup.NotFound" });
    await expect(create({ ...input, RouteTableIds: [tableId("prod-public")] })).rejects.toMatchObject({
      name: "InvalidParameter",
    });
    const chosen = await create({
      ...input,
      PrivateDnsEnabled: false,
      SubnetIds: [subnetId("10.20.12.0/24")],
      SubnetConfigurations: [{ SubnetId: subnetId("10.20.12.0/24"), Ipv4: "10.20.12.99" }],
    });
    expect(await interfacesOf(chosen)).toMatchObject([{ PrivateIpAddress: "10.20.12.99" }]);
  });
});

describe("endpoints of load balancers", () => {
  it("lead to a service that somebody offers, and leave a black hole", async () => {
    const endpoint = await create({
      VpcEndpointType: "GatewayLoadBalancer",
      ServiceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
      SubnetIds: [subnetId("10.30.10.0/24")],
    });
    const id = endpoint.VpcEndpointId;
    expect(await interfacesOf(endpoint)).toMatchObject([
      { InterfaceType: "gateway_load_balancer_endpoint", Groups: [] },
    ]);
    await later(120);
    await ec2.send(
      new CreateRouteCommand({
        RouteTableId: tableId("staging-private"),
        DestinationCidrBlock: "198.51.100.0/24",
        VpcEndpointId: id,
      }),
    );
    await remove(id);
    await later(120);
    expect(await routesTo(id)).toMatchObject([{ State: "blackhole" }]);
  });
});

describe("the services of a region", () => {
  it("have types, zones and private names", async () => {
    const { ServiceDetails, ServiceNames } = await ec2.send(
      new DescribeVpcEndpointServicesCommand({ ServiceNames: [S3, SQS] }),
    );
    expect(ServiceNames).toEqual([S3, SQS]);
    expect(ServiceDetails?.map((service) => service.ServiceType?.[0]?.ServiceType)).toEqual([
      "Gateway",
      "Interface",
      "Interface",
    ]);
    expect(ServiceDetails?.[2]).toMatchObject({
      PrivateDnsName: "sqs.eu-west-1.amazonaws.com",
      AvailabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
      Owner: "amazon",
      AcceptanceRequired: false,
    });
    const Filters = [{ Name: "service-type", Values: ["Gateway"] }];
    const gateways = await ec2.send(new DescribeVpcEndpointServicesCommand({ Filters }));
    expect(gateways.ServiceNames).toEqual([S3, "com.amazonaws.eu-west-1.dynamodb"]);
    await expect(
      ec2.send(new DescribeVpcEndpointServicesCommand({ ServiceNames: ["com.amazonaws.eu-west-1.moon"] })),
    ).rejects.toMatchObject({ name: "InvalidServiceName" });
  });

  it("have no associations, which are Lattice's", async () => {
    const answer = await ec2.send(new DescribeVpcEndpointAssociationsCommand({}));
    expect(answer.VpcEndpointAssociations).toEqual([]);
    const VpcEndpointIds = ["vpce-0123456789abcdef0"];
    await expect(
      ec2.send(new DescribeVpcEndpointAssociationsCommand({ VpcEndpointIds })),
    ).rejects.toMatchObject({ name: "InvalidVpcEndpointId.NotFound" });
  });
});
