import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { peeringOf } from "../joined-vpcs.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const TO_NAT = { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" };
const TO_NAT64 = { DestinationIpv6CidrBlock: "64:ff9b::/96", NatGatewayId: "nat-1" };
const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
const behindNat = (nat: object, b: object = {}) =>
  together(openVpc(1, { routes: [TO_INTERNET], a: { routes: [TO_NAT, TO_NAT64] }, b }), {
    InternetGateways: [anInternetGateway()],
    NatGateways: [
      aNatGateway({
        SubnetId: "subnet-1b",
        NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
        ...nat,
      }),
    ],
  });

describe("a NAT gateway's state", () => {
  it.each([
    ["available", REACHABLE],
    [undefined, REACHABLE],
    ["pending", unreachable("BAD_STATE")],
    ["failed", unreachable("BAD_STATE")],
    ["deleting", unreachable("BAD_STATE")],
    ["deleted", unreachable("BAD_STATE")],
  ])("%s decides whether it carries anything", (State, answer) => {
    expect(ask(behindNat({ State }), SOMEWHERE)).toEqual(answer);
  });

  it.each([
    [{}, "State failed"],
    [{ FailureCode: "Gateway.NotAttached" }, "State failed: Gateway.NotAttached"],
    [
      {
        FailureCode: "Gateway.NotAttached",
        FailureMessage: "Network vpc-1 has no Internet gateway attached",
      },
      "State failed: Gateway.NotAttached Network vpc-1 has no Internet gateway attached",
    ],
  ])("tells why it failed: %j", (failure, fact) => {
    const { traces } = answerOf(behindNat({ State: "failed", ...failure }), SOMEWHERE);
    const facts = traces.flatMap(({ explanations }) =>
      explanations.flatMap(({ evidence }) => evidence ?? []),
    );
    expect(facts).toContainEqual({ resourceId: "nat-1", fact });
  });
});

describe("a NAT gateway whose address was not recorded", () => {
  const toPeer = { DestinationCidrBlock: "10.2.0.0/16", VpcPeeringConnectionId: "pcx-1" };
  const letsIn = (CidrIp: string, own: object = {}) =>
    together(
      openVpc(1, {
        a: { routes: [{ ...toPeer, VpcPeeringConnectionId: undefined, NatGatewayId: "nat-1" }] },
        b: { routes: [toPeer] },
      }),
      openVpc(2, { inbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp }] }], ...own }),
      peeringOf(),
      {
        NatGateways: [
          aNatGateway({ SubnetId: "subnet-1b", ConnectivityType: "private", NatGatewayAddresses: [] }),
        ],
      },
    );
  const OF_2 = { destination: { cidr: "10.2.1.10/32" } };

  it("has one of its subnet: what rules say of the whole subnet is certain, and of a part not known", () => {
    expect(ask(letsIn("10.1.2.0/24"), OF_2)).toEqual(REACHABLE);
    expect(ask(letsIn("10.1.9.0/24"), OF_2)).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
    expect(ask(letsIn("10.1.2.0/28"), OF_2)).toEqual(
      unknown("ENI_SG_RULES_MISMATCH", "NOT_EVALUATED_OTHER_ADDRESS"),
    );
  });

  it("needs no route back from a peer, whose network ACL must let the reply out", () => {
    const lettingOut = (CidrBlock: string) =>
      letsIn("10.1.2.0/24", { a: { entries: [anEntry({}), anEntry({ Egress: true, CidrBlock })] } });
    expect(ask(lettingOut("10.1.2.0/24"), OF_2)).toEqual(REACHABLE);
    expect(ask(lettingOut("10.9.0.0/16"), OF_2)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });

  it("does not matter where something else stops everything", () => {
    const gone = letsIn("10.1.2.0/28", {
      vpc: { EncryptionControl: { Mode: "enforce", State: "available" } },
    });
    expect(ask(gone, OF_2).verdict).toBe("unreachable");
  });
});

describe("what a NAT gateway carries", () => {
  it("comes from its own VPC only", () => {
    expect(ask(behindNat({ VpcId: "vpc-2" }), SOMEWHERE)).toEqual(unreachable("NGW_REQUIRES_SOURCE_IN_VPC"));
    expect(ask(behindNat({ VpcId: undefined }), SOMEWHERE)).toEqual(REACHABLE);
  });

  it("gets no further than an internet gateway where it is private", () => {
    const nat = { ConnectivityType: "private", NatGatewayAddresses: [{ PrivateIp: "10.1.2.20" }] };
    expect(ask(behindNat(nat), SOMEWHERE)).toEqual(unreachable("NAT_GATEWAY_IS_PRIVATE"));
  });

  it("may be filtered by a proxy that is attached to it", () => {
    const AttachedAppliances = [{ Type: "network-firewall-proxy", ApplianceArn: "arn:aws:network-firewall" }];
    expect(ask(behindNat({ AttachedAppliances }), SOMEWHERE)).toEqual(unknown("NOT_EVALUATED_APPLIANCE"));
    expect(ask(behindNat({ AttachedAppliances: [] }), SOMEWHERE)).toEqual(REACHABLE);
  });

  it("is not modelled of IPv6 (NAT64), but must get into its subnet", () => {
    const asked = { destination: { cidr: "64:ff9b::808:808/128" } };
    expect(ask(behindNat({}), asked)).toEqual(unknown("NOT_EVALUATED_TARGET_KIND"));
    expect(ask(behindNat({}), { ...asked, protocol: "icmpv6" })).toEqual(
      unknown("NOT_EVALUATED_TARGET_KIND"),
    );
    const closed = { entries: [anEntry({ Egress: true })] };
    expect(ask(behindNat({}, closed), asked)).toMatchObject(unreachable("SUBNET_ACL_RESTRICTION"));
  });

  it("is not known to get anywhere where the recording names no subnet for it", () => {
    expect(ask(behindNat({ SubnetId: undefined }), SOMEWHERE)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

it("a NAT gateway of another VPC takes nothing, whatever the network ACL of its subnet says", () => {
  const closed = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true })];
  const network = (entries: typeof closed) =>
    together(openVpc(1, { routes: [TO_NAT] }), openVpc(2, { b: { entries } }), {
      NatGateways: [aNatGateway({ VpcId: "vpc-2", SubnetId: "subnet-2b" })],
    });
  for (const entries of [closed, [anEntry({}), anEntry({ Egress: true })]])
    expect(ask(network(entries), SOMEWHERE)).toEqual(unreachable("NGW_REQUIRES_SOURCE_IN_VPC"));
});

it("a NAT gateway whose own subnet routes to it leads nowhere", () => {
  const { verdict, traces } = answerOf(behindNat({}, { routes: [TO_NAT] }), SOMEWHERE);
  expect(verdict).toBe("unreachable");
  expect(traces[0]?.explanations).toMatchObject([{ code: "NAT_IN_PRIVATE_SUBNET", resourceId: "nat-1" }]);
});

it("a NAT gateway in the sender's own subnet is met without passing that subnet's network ACL", () => {
  const closed = { entries: [], routes: [TO_NAT] };
  const asked = { ...SOMEWHERE, source: { networkInterfaceId: "eni-1b" } };
  const { traces } = answerOf(behindNat({}, closed), asked);
  const nat = traces[0]?.forward.findIndex(({ kind }) => kind === "nat-gateway");
  expect(traces[0]?.forward.slice(0, nat).filter(({ kind }) => kind === "subnet")).toHaveLength(1);
});
