import { describe, expect, it } from "vitest";
import { buildLambdaWorld, START } from "../services/lambda/lambda-world.test-builder";
import { ensureLambdaInterfaces } from "./ensure-lambda-interfaces";
import { IDLE_AFTER_MS } from "./watch-idleness";

const INPUT = {
  functionName: "orders",
  subnetIds: ["subnet-0a", "subnet-0b"],
  securityGroupIds: ["sg-0app"],
};

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe("ensureLambdaInterfaces", () => {
  it("shows an interface as DescribeNetworkInterfaces does, in-use at once", () => {
    const { context } = buildLambdaWorld();
    const [networkInterface] = ensureLambdaInterfaces(context, INPUT);
    expect(networkInterface).toEqual({
      NetworkInterfaceId: matching(/^eni-0[0-9a-f]{16}$/),
      InterfaceType: "lambda",
      Description: matching(/^AWS Lambda VPC ENI-orders-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      OwnerId: "123456789012",
      RequesterId: matching(/^AROA[A-Z0-9]{17}:123456789012$/),
      RequesterManaged: false,
      Status: "in-use",
      Attachment: {
        AttachmentId: matching(/^ela-attach-0[0-9a-f]{16}$/),
        DeleteOnTermination: false,
        DeviceIndex: 1,
        InstanceOwnerId: "amazon-aws",
        Status: "attached",
      },
      SourceDestCheck: true,
      TagSet: [],
      SubnetId: "subnet-0a",
      VpcId: "vpc-0main",
      AvailabilityZone: "eu-west-1a",
      AvailabilityZoneId: "eu-west-1a-id",
      MacAddress: matching(/^0a(:[0-9a-f]{2}){5}$/),
      PrivateIpAddress: "10.0.1.4",
      PrivateDnsName: "ip-10-0-1-4.eu-west-1.compute.internal",
      PrivateIpAddresses: [
        {
          Primary: true,
          PrivateIpAddress: "10.0.1.4",
          PrivateDnsName: "ip-10-0-1-4.eu-west-1.compute.internal",
        },
      ],
      Ipv6Addresses: [],
      Groups: [{ GroupId: "sg-0app", GroupName: "app" }],
    });
  });

  it("shares by subnet and set of groups, in whatever order they are named", () => {
    const { context, regionWorld } = buildLambdaWorld();
    const first = ensureLambdaInterfaces(context, { ...INPUT, securityGroupIds: ["sg-0app", "sg-0db"] });
    const second = ensureLambdaInterfaces(context, {
      ...INPUT,
      functionName: "billing",
      subnetIds: ["subnet-0b", "subnet-0a"],
      securityGroupIds: ["sg-0db", "sg-0app"],
    });
    expect(second.map((eni) => eni.NetworkInterfaceId)).toEqual(
      first.map((eni) => eni.NetworkInterfaceId).toReversed(),
    );
    ensureLambdaInterfaces(context, INPUT);
    expect(regionWorld.networkInterfaces).toHaveLength(4);
  });

  it("gives an IPv6 address of the subnet's block where IPv6 is allowed", () => {
    const { context } = buildLambdaWorld();
    const [networkInterface] = ensureLambdaInterfaces(context, {
      ...INPUT,
      subnetIds: ["subnet-0dual"],
      ipv6AllowedForDualStack: true,
    });
    expect(networkInterface?.Ipv6Addresses).toEqual([{ Ipv6Address: matching(/^2001:db8:0:4:[0-9a-f:]+$/) }]);
  });

  it("has the function looked at 14 days after it last ran", () => {
    const { context, world } = buildLambdaWorld();
    ensureLambdaInterfaces(context, { ...INPUT, lastInvokedAt: START - 1000 });
    expect(world.scheduled).toEqual([
      {
        kind: "lambda-idle",
        accountId: "123456789012",
        region: "eu-west-1",
        subject: "arn:aws:lambda:eu-west-1:123456789012:function:orders",
        dueAt: START - 1000 + IDLE_AFTER_MS,
      },
    ]);
  });

  it("throws with AWS's reason when a subnet is full or absent, or the VPC has its 500 interfaces", () => {
    const { context, regionWorld } = buildLambdaWorld();
    const ensure = (subnetId: string) => () =>
      ensureLambdaInterfaces(context, { ...INPUT, subnetIds: [subnetId] });
    expect(ensure("subnet-0absent")).toThrow("InvalidSubnet");
    for (let index = 0; index < 11; index += 1) {
      regionWorld.networkInterfaces.push({
        SubnetId: "subnet-0tiny",
        PrivateIpAddress: `10.0.3.${4 + index}`,
      });
    }
    expect(ensure("subnet-0tiny")).toThrow("SubnetOutOfIPAddresses");
    for (let index = 0; index < 500; index += 1) {
      regionWorld.networkInterfaces.push({ InterfaceType: "lambda", VpcId: "vpc-0main" });
    }
    expect(ensure("subnet-0a")).toThrow("EniLimitExceeded");
  });
});
