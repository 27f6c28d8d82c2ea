import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../../clock";
import { getAccount } from "../../world/find-account";
import type { RegionWorld } from "../../world/world";
import { loadScenario } from "../load-scenario";

function region(scenario: string): RegionWorld {
  const world = loadScenario(scenario, createSandboxClock({ speed: 1, realNow: () => 0 }));
  const found = getAccount(world, world.homeAccountId).regions["eu-west-1"];
  if (found === undefined) throw new Error("The scenario fills eu-west-1.");
  return found;
}

const nameOf = (resource: {
  Tags?: { Key?: string | undefined; Value?: string | undefined }[] | undefined;
}) => resource.Tags?.find((tag) => tag.Key === "Name")?.Value;

/** Zone, CIDR and name of each subnet, and the routes that it follows. */
function describeSubnets({ subnets, routeTables }: RegionWorld) {
  return subnets.map((subnet) => {
    const table = routeTables.find((candidate) =>
      candidate.Associations?.some((association) => association.SubnetId === subnet.SubnetId),
    );
    return {
      name: nameOf(subnet),
      cidr: subnet.CidrBlock,
      zone: subnet.AvailabilityZone,
      mapsPublicIp: subnet.MapPublicIpOnLaunch,
      routes: table?.Routes?.map(
        (route) =>
          `${route.DestinationCidrBlock ?? "prefix list"} -> ${(route.NatGatewayId ?? route.GatewayId ?? "").split("-")[0] ?? ""}`,
      ),
    };
  });
}

const LOCAL = "172.31.0.0/16 -> local";
const ENDPOINTS = ["prefix list -> vpce", "prefix list -> vpce"];

/** What both templates leave as AWS makes it. */
function expectSampleVpc(world: RegionWorld, stack: string): void {
  const [vpc] = world.vpcs;
  expect(world.vpcs).toHaveLength(1);
  expect(vpc).toMatchObject({ CidrBlock: "172.31.0.0/16", Tags: [{ Key: "Name", Value: stack }] });
  expect(world.vpcAttributes[vpc?.VpcId ?? ""]).toEqual({
    enableDnsSupport: true,
    enableDnsHostnames: false,
  });
  expect(world.securityGroups.map((group) => group.GroupName)).toEqual(["default"]);
  expect(
    world.vpcEndpoints.map(({ ServiceName, VpcEndpointType, Tags }) => [ServiceName, VpcEndpointType, Tags]),
  ).toEqual([
    ["com.amazonaws.eu-west-1.s3", "Gateway", []],
    ["com.amazonaws.eu-west-1.dynamodb", "Gateway", []],
  ]);
  const [fn] = world.functions;
  expect(world.functions).toHaveLength(1);
  const privateIds = world.subnets
    .filter((subnet) => subnet.MapPublicIpOnLaunch === false)
    .map((subnet) => subnet.SubnetId);
  expect(fn?.versions[0]).toMatchObject({
    State: "Active",
    VpcConfig: { SubnetIds: privateIds, SecurityGroupIds: [world.securityGroups[0]?.GroupId] },
  });
}

describe("the Lambda Developer Guide's sample VPCs", () => {
  it("vpc-private leads to S3 and DynamoDB, and nowhere else", () => {
    const world = region("vpc-private");
    expectSampleVpc(world, "lambda-vpc-private");
    const isPrivate = { mapsPublicIp: false, routes: [LOCAL, ...ENDPOINTS] };
    expect(describeSubnets(world)).toEqual([
      { name: "lambda-vpc-private-subnet-a", cidr: "172.31.3.0/24", zone: "eu-west-1a", ...isPrivate },
      { name: "lambda-vpc-private-subnet-b", cidr: "172.31.2.0/24", zone: "eu-west-1b", ...isPrivate },
    ]);
    expect(world.internetGateways).toEqual([]);
    expect(world.natGateways).toEqual([]);
  });

  it("vpc-privatepublic leads both private zones to one NAT gateway, its endpoints on the private table only", () => {
    const world = region("vpc-privatepublic");
    const stack = "lambda-vpc-privatepublic";
    expectSampleVpc(world, stack);
    const isPrivate = { mapsPublicIp: false, routes: [LOCAL, "0.0.0.0/0 -> nat", ...ENDPOINTS] };
    expect(describeSubnets(world)).toEqual([
      {
        name: `${stack}-public-subnet`,
        cidr: "172.31.0.0/24",
        zone: "eu-west-1a",
        mapsPublicIp: true,
        routes: [LOCAL, "0.0.0.0/0 -> igw"],
      },
      { name: `${stack}-private-subnet-a`, cidr: "172.31.3.0/24", zone: "eu-west-1a", ...isPrivate },
      { name: `${stack}-private-subnet-b`, cidr: "172.31.2.0/24", zone: "eu-west-1b", ...isPrivate },
    ]);
    expect(world.internetGateways.map(nameOf)).toEqual([`${stack}-gateway`]);
    expect(world.natGateways).toMatchObject([{ State: "available", Tags: [] }]);
    expect(world.addresses).toMatchObject([{ Domain: "vpc", Tags: [] }]);
    // Only what CloudFormation cannot see, the VPC's main table, and the two of the template.
    expect(world.routeTables.map(nameOf)).toEqual([undefined, undefined, undefined]);
  });
});
