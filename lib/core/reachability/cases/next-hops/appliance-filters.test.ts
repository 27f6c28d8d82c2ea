import { describe, expect, it } from "vitest";
import { aLambdaInterface, aNetworkInterface, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { routesTo, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { anEntry, openVpc, together, type Permission } from "../open-vpc.test-builder";

const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const FORWARDS = unknown("NOT_EVALUATED_APPLIANCE");
const TARGETS: [string, object][] = [
  ["its interface", { NetworkInterfaceId: "eni-firewall" }],
  ["its instance", { InstanceId: "i-firewall" }],
  ["its address", { IpAddress: "10.1.1.30" }],
];
const DENY_IN = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true })];
const DENY_OUT = [anEntry({}), anEntry({ Egress: true, RuleAction: "deny" })];

function firewall(own: object = {}) {
  return {
    NetworkInterfaces: [
      aNetworkInterface({
        NetworkInterfaceId: "eni-firewall",
        PrivateIpAddress: "10.1.1.30",
        SubnetId: "subnet-1a",
        VpcId: "vpc-1",
        SourceDestCheck: false,
        Attachment: { InstanceId: "i-firewall", DeviceIndex: 0, Status: "attached" },
        Groups: [{ GroupId: "sg-firewall" }],
        ...own,
      }),
    ],
    SecurityGroups: [groupOf([{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }])],
  };
}

function groupOf(IpPermissions: Permission[]) {
  return aSecurityGroup({ GroupId: "sg-firewall", VpcId: "vpc-1", IpPermissions });
}

function routedBy(target: object, own: Parameters<typeof openVpc>[1] = {}) {
  return openVpc(1, { ...own, a: { ...own.a, routes: [{ DestinationCidrBlock: "0.0.0.0/0", ...target }] } });
}

describe.each(TARGETS)("an appliance named by %s", (_, target) => {
  it("in the sender's subnet is reached past no network ACL", () => {
    for (const entries of [DENY_IN, DENY_OUT]) {
      const { verdict } = ask(together(routedBy(target, { a: { entries } }), firewall()), SOMEWHERE);
      expect(verdict).toBe("unknown");
    }
    expect(ask(together(routedBy(target), firewall()), SOMEWHERE)).toEqual(FORWARDS);
  });

  it("in another subnet is reached where both network ACLs let it", () => {
    const inB = firewall({ SubnetId: "subnet-1b" });
    const BLOCKED = unreachable("SUBNET_ACL_RESTRICTION");
    expect(ask(together(routedBy(target, { a: { entries: DENY_OUT } }), inB), SOMEWHERE)).toEqual(BLOCKED);
    expect(ask(together(routedBy(target, { b: { entries: DENY_IN } }), inB), SOMEWHERE)).toEqual(BLOCKED);
    expect(ask(together(routedBy(target, { b: { entries: DENY_OUT } }), inB), SOMEWHERE)).toEqual(FORWARDS);
  });
});

describe("an appliance's groups", () => {
  const fromGroup = (GroupId: string) => [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] }];
  const [, byInterface = {}] = TARGETS[0] ?? [];

  it("know the sender's groups", () => {
    const knowing = (GroupId: string) => ({ ...firewall(), SecurityGroups: [groupOf(fromGroup(GroupId))] });
    expect(ask(together(routedBy(byInterface), knowing("sg-1")), SOMEWHERE)).toEqual(FORWARDS);
    expect(ask(together(routedBy(byInterface), knowing("sg-firewall")), SOMEWHERE)).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH"),
    );
  });

  it("may not know those of a sender in another VPC", () => {
    const toThird = { DestinationCidrBlock: "10.3.0.0/16", TransitGatewayId: "tgw-1" };
    const inspection = (inbound: Permission[]) =>
      together(
        openVpc(1, { routes: [toThird] }),
        openVpc(2, {
          inbound,
          a: {
            routes: [
              { DestinationCidrBlock: "10.3.0.0/16", NetworkInterfaceId: "eni-2b" },
              ...routesTo(1, { TransitGatewayId: "tgw-1" }),
            ],
          },
          b: { eni: { SourceDestCheck: false } },
        }),
        transitGateway({ attachments: { 1: {}, 2: {} }, routes: [staticRoute("10.3.0.0/16", 2)] }),
      );
    const asked = { destination: { cidr: "10.3.1.10/32" } };
    const everyone = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "10.1.0.0/16" }] }];
    expect(ask(inspection(everyone), asked)).toEqual(FORWARDS);
    expect(ask(inspection(fromGroup("sg-1")), asked)).toEqual(
      unknown("NOT_EVALUATED_APPLIANCE", "NOT_EVALUATED_UNREAD"),
    );
  });
});

it("a function's interface that Lambda is about to give up sends as another will", () => {
  const own = { ...aLambdaInterface(), NetworkInterfaceId: "eni-1a", SubnetId: "subnet-1a" };
  const { InterfaceType, Description } = own;
  const network = (eni: object) => openVpc(1, { a: { eni: { Status: "available", ...eni } } });
  const asked = { destination: { networkInterfaceId: "eni-1b" } };
  expect(ask(network({ InterfaceType, Description }), asked)).toEqual(REACHABLE);
  expect(ask(network({}), asked)).toEqual(unreachable("BAD_STATE"));
});
