import {
  DescribeRouteTablesCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  AttachInternetGatewayCommand,
  CreateEgressOnlyInternetGatewayCommand,
  CreateInternetGatewayCommand,
  DeleteEgressOnlyInternetGatewayCommand,
  DeleteInternetGatewayCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInternetGatewaysCommand,
  DetachInternetGatewayCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls } from "../vpcs/network.test-builder";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

const UNKNOWN_VPC = "vpc-0123456789abcdef0";

describe("an internet gateway", () => {
  it("is made, put on one VPC, taken off and deleted", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "eu-west-1");
    const VpcId = await createVpc();
    const { InternetGateway } = await ec2.send(
      new CreateInternetGatewayCommand({
        TagSpecifications: [{ ResourceType: "internet-gateway", Tags: [{ Key: "Name", Value: "way" }] }],
      }),
    );
    expect(InternetGateway).toMatchObject({ Attachments: [], Tags: [{ Key: "Name", Value: "way" }] });
    const InternetGatewayId = InternetGateway?.InternetGatewayId ?? "";
    const attach = (vpcId = VpcId, id = InternetGatewayId) =>
      ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: id, VpcId: vpcId }));
    const detach = (vpcId = VpcId) =>
      ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId: vpcId }));
    const remove = () => ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
    await expect(detach()).rejects.toMatchObject({
      name: "Gateway.NotAttached",
      message: `resource ${InternetGatewayId} is not attached to network ${VpcId}`,
    });
    await expect(attach(UNKNOWN_VPC)).rejects.toMatchObject({ name: "InvalidVpcID.NotFound" });
    await expect(attach(VpcId, "igw-0123456789abcdef0")).rejects.toMatchObject({
      name: "InvalidInternetGatewayID.NotFound",
    });
    await attach();
    const { InternetGateways } = await ec2.send(
      new DescribeInternetGatewaysCommand({ Filters: [{ Name: "attachment.vpc-id", Values: [VpcId] }] }),
    );
    expect(InternetGateways?.[0]?.Attachments).toEqual([{ State: "available", VpcId }]);
    await expect(attach()).rejects.toMatchObject({
      name: "Resource.AlreadyAssociated",
      message: `resource ${InternetGatewayId} is already attached to network ${VpcId}`,
    });
    const second = await ec2.send(new CreateInternetGatewayCommand({}));
    await expect(attach(VpcId, second.InternetGateway?.InternetGatewayId)).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `Network ${VpcId} already has an internet gateway attached`,
    });
    await expect(remove()).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `The internetGateway '${InternetGatewayId}' has dependencies and cannot be deleted.`,
    });
    await detach();
    await remove();
    await expect(remove()).rejects.toMatchObject({ name: "InvalidInternetGatewayID.NotFound" });
  });

  it("leaves its routes as blackholes in the VPC that it is taken from, even when another VPC has it", async () => {
    const { ec2, createVpc, createGateway } = networkCalls(sandbox, "us-east-1");
    const [one, two] = [await createVpc(), await createVpc({ CidrBlock: "10.1.0.0/16" })];
    const InternetGatewayId = await createGateway(one);
    const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: one }));
    const RouteTableId = RouteTable?.RouteTableId ?? "";
    await ec2.send(
      new CreateRouteCommand({
        RouteTableId,
        DestinationCidrBlock: "0.0.0.0/0",
        GatewayId: InternetGatewayId,
      }),
    );
    const stateOfRoute = async () => {
      const { RouteTables } = await ec2.send(
        new DescribeRouteTablesCommand({ RouteTableIds: [RouteTableId] }),
      );
      return RouteTables?.[0]?.Routes?.find((route) => route.GatewayId === InternetGatewayId)?.State;
    };
    expect(await stateOfRoute()).toBe("active");
    await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId: one }));
    await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId: two }));
    expect(await stateOfRoute()).toBe("blackhole");
    await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId: two }));
    await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId: one }));
    expect(await stateOfRoute()).toBe("active");
  });

  it("is one of five in a region", async () => {
    const { ec2 } = networkCalls(sandbox, "eu-west-2");
    const create = () => ec2.send(new CreateInternetGatewayCommand({}));
    for (let index = 0; index < 5; index += 1) await create();
    await expect(create()).rejects.toMatchObject({ name: "InternetGatewayLimitExceeded" });
  });
});

describe("an egress-only internet gateway", () => {
  it("is made on a VPC once for each token, and deleted", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "eu-west-3");
    const VpcId = await createVpc();
    const create = (vpcId = VpcId, ClientToken = "one") =>
      ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId: vpcId, ClientToken }));
    await expect(create(UNKNOWN_VPC)).rejects.toMatchObject({ name: "InvalidVpcID.NotFound" });
    const first = await create();
    expect(first).toMatchObject({
      ClientToken: "one",
      EgressOnlyInternetGateway: { Attachments: [{ State: "attached", VpcId }] },
    });
    expect((await create()).EgressOnlyInternetGateway).toEqual(first.EgressOnlyInternetGateway);
    const other = await createVpc({ CidrBlock: "10.1.0.0/16" });
    await expect(create(other)).rejects.toMatchObject({ name: "IdempotentParameterMismatch" });
    await expect(create(VpcId, "two")).rejects.toMatchObject({
      name: "EgressOnlyInternetGatewayLimitExceeded",
    });
    const EgressOnlyInternetGatewayId = first.EgressOnlyInternetGateway?.EgressOnlyInternetGatewayId;
    const remove = () =>
      ec2.send(new DeleteEgressOnlyInternetGatewayCommand({ EgressOnlyInternetGatewayId }));
    expect((await remove()).ReturnCode).toBe(true);
    await expect(remove()).rejects.toMatchObject({ name: "InvalidGatewayID.NotFound" });
    const left = await ec2.send(new DescribeEgressOnlyInternetGatewaysCommand({}));
    expect(left.EgressOnlyInternetGateways).toEqual([]);
  });
});
