import {
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "dual-stack" });
  ec2 = new EC2Client(sandbox.clientConfig("readOnly"));
});
afterAll(() => sandbox.close());

describe("the dual-stack scenario", () => {
  it("has a VPC with a /56 in use, and of it a /64 in each subnet", async () => {
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    const [block] = Vpcs?.[0]?.Ipv6CidrBlockAssociationSet ?? [];
    expect(block?.Ipv6CidrBlockState?.State).toBe("associated");
    const base = block?.Ipv6CidrBlock?.replace(/00::\/56$/, "") ?? "none";
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
    const blocks = Subnets?.map(
      ({ Ipv6CidrBlockAssociationSet }) => Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock,
    );
    expect(blocks).toEqual(["01::/64", "02::/64", "03::/64"].map((end) => `${base}${end}`));
  });

  it("has one way out, for IPv6, beside the local routes of both families", async () => {
    const filter = { Name: "tag:Name", Values: ["weather-private"] };
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ Filters: [filter] }));
    const routes = RouteTables?.[0]?.Routes?.map((route) => [
      (route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock)?.replace(/^.*(?=::\/0|\/\d\d$)/, ""),
      (route.GatewayId ?? route.EgressOnlyInternetGatewayId)?.split("-")[0],
    ]);
    expect(routes).toEqual([
      ["/16", "local"],
      ["/56", "local"],
      ["::/0", "eigw"],
    ]);
  });

  it("gives IPv6 addresses to the interfaces of functions that may use them, and to no others", async () => {
    const lambda = new LambdaClient(sandbox.clientConfig("readOnly"));
    const { Functions } = await lambda.send(new ListFunctionsCommand({}));
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
    const told = Functions?.map(({ FunctionName, VpcConfig }) => {
      const own = NetworkInterfaces?.filter(
        ({ Groups, SubnetId }) =>
          Groups?.[0]?.GroupId === VpcConfig?.SecurityGroupIds?.[0] &&
          VpcConfig?.SubnetIds?.includes(SubnetId ?? "") === true,
      );
      return [
        FunctionName,
        VpcConfig?.Ipv6AllowedForDualStack,
        own?.map(({ Ipv6Addresses }) => Ipv6Addresses?.length),
      ];
    });
    expect(new Map(told?.map(([name, ...rest]) => [name, rest]))).toEqual(
      new Map([
        ["weather-feed", [true, [1, 1]]],
        ["weather-radar", [true, [1, 1]]],
        ["weather-legacy", [false, [0, 0]]],
      ]),
    );
  });
});
