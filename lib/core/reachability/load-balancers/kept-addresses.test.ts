import { describe, expect, it } from "vitest";
import type { Resources } from "@/lib/core/network/resources";
import { aReservation } from "@/lib/testing/builders/destinations";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import {
  aListener,
  aLoadBalancer,
  aLoadBalancerInterface,
  aTargetGroup,
  attributesOf,
  targetsOf,
} from "@/lib/testing/builders/load-balancers";
import { aNetworkAcl, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { ask as askIn, REACHABLE } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together, type Permission } from "../cases/open-vpc.test-builder";
import { rows } from "../matrix/rows.test-builder";
import { networkWithout } from "../testing/ask-network.test-builder";
import { aShop, ask, gateArn, groups, shopArn, tcpFrom } from "./shop.test-builder";

it("a Network Load Balancer gets the replies to a client whose address it kept, past its own subnet's network ACL", () => {
  const entry = { RuleNumber: 100, Protocol: "-1", RuleAction: "allow" as const, Egress: true };
  const network = (CidrBlock: string) =>
    aShop({
      SecurityGroups: [
        groups.fn,
        groups.lb,
        { ...groups.app, IpPermissions: [tcpFrom(8080, { cidr: "10.0.1.0/24" })] },
      ],
      NetworkAcls: [
        aNetworkAcl({
          Associations: ["subnet-fn", "subnet-app"].map((SubnetId) => ({ SubnetId })),
          Entries: [true, false].map((Egress) => ({ ...entry, Egress, CidrBlock: "0.0.0.0/0" })),
        }),
        aNetworkAcl({
          NetworkAclId: "acl-lb",
          Associations: [{ SubnetId: "subnet-lb" }],
          Entries: [
            { ...entry, CidrBlock: "0.0.0.0/0" },
            { ...entry, Egress: false, CidrBlock },
          ],
        }),
      ],
    });
  expect(ask(network("10.0.0.0/16"), { loadBalancerArn: gateArn }, 90).verdict).toBe("reachable");
  const answer = ask(network("10.0.1.0/24"), { loadBalancerArn: gateArn }, 90);
  expect(answer.verdict).toBe("unreachable");
  expect(answer.codes).toContain("SUBNET_ACL_RESTRICTION");
});

/** `gate`, at 10.1.1.20, in front of the instance in subnet `b`, whose group lets in what is named. */
function gated(from: Permission, vpc: Parameters<typeof openVpc>[1] = {}, ...others: Resources[]): Resources {
  const b = { eni: { Groups: [{ GroupId: "sg-app" }], Attachment: { InstanceId: "i-app", DeviceIndex: 0 } } };
  return together(openVpc(1, { ...vpc, b: { ...b, ...vpc.b } }), ...others, {
    SecurityGroups: [aSecurityGroup({ GroupId: "sg-app", IpPermissions: [{ IpProtocol: "-1", ...from }] })],
    Reservations: [aReservation({ InstanceId: "i-app", SubnetId: "subnet-1b" })],
    LoadBalancers: [aLoadBalancer({ LoadBalancerName: "gate", Type: "network" })],
    Listeners: [aListener(gateArn, "gate", { Protocol: "TCP", Port: 443 })],
    TargetHealthDescriptions: [targetsOf("gate", ["i-app"])],
  });
}

const GATE = { destination: { networkInterfaceId: "eni-gate" } };
const gateAt = (own: object = {}): Resources => ({
  NetworkInterfaces: [
    aLoadBalancerInterface(gateArn, {
      NetworkInterfaceId: "eni-gate",
      SubnetId: "subnet-1a",
      PrivateIpAddress: "10.1.1.20",
      Ipv6Addresses: [{ Ipv6Address: "2600:1f18:100:1::20" }],
      Groups: [],
      ...own,
    }),
  ],
});
const toInstances = (own: object = {}): Resources => ({
  TargetGroups: [aTargetGroup("gate", { Protocol: "TCP", ...own })],
  TargetGroupAttributes: [attributesOf("gate", true)],
});

describe("a client of a Network Load Balancer", () => {
  const CLIENT = { 4: "10.1.1.10/32", 6: "2600:1f18:100:1::10/128" };
  const OWN = { 4: "10.1.1.20/32", 6: "2600:1f18:100:1::20/128" };
  const asked = { 4: { cidr: OWN[4] }, 6: { cidr: OWN[6] } };
  const rule = (cidr: string): Permission =>
    cidr.includes(":") ? { Ipv6Ranges: [{ CidrIpv6: cidr }] } : { IpRanges: [{ CidrIp: cidr }] };

  // Source: Networking & Content Delivery blog, "Consolidate dual-stack architectures with listener rules".
  it.each([
    ["IPv4", 4, "IPv4", undefined, CLIENT[4]],
    ["IPv4", 4, "IPv4", "ipv4", CLIENT[4]],
    ["IPv6", 6, "IPv4", "ipv4", OWN[4]],
    ["IPv6", 6, "IPv6", "ipv6", CLIENT[6]],
    ["IPv4", 4, "IPv6", "ipv6", OWN[6]],
  ] as const)(
    "by %s is to an instance behind it, by %s, who its address says it is, or the load balancer",
    (...args) => {
      const [, family, , IpAddressType, seen] = args;
      for (const from of [CLIENT[4], CLIENT[6], OWN[4], OWN[6]]) {
        const { verdict } = askIn(gated(rule(from), {}, gateAt(), toInstances({ IpAddressType })), {
          destination: asked[family],
        });
        expect({ from, verdict }).toEqual({ from, verdict: from === seen ? "reachable" : "unreachable" });
      }
    },
  );

  it("on the internet at large is not told apart by a rule for few of its addresses", () => {
    const isPublic = {
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      b: {
        entries: [
          anEntry({ RuleNumber: 90, CidrBlock: "198.51.100.0/24", RuleAction: "deny" }),
          anEntry({}),
          anEntry({ Egress: true }),
        ],
      },
    };
    const network = gated(
      rule("0.0.0.0/0"),
      isPublic,
      gateAt({ Association: { PublicIp: "203.0.113.8" } }),
      toInstances(),
      {
        InternetGateways: [anInternetGateway()],
      },
    );
    expect(askIn(network, { ...GATE, source: { cidr: "0.0.0.0/0" } })).toEqual(REACHABLE);
    expect(askIn(network, { ...GATE, source: { cidr: "203.0.113.9/32" } })).toEqual(REACHABLE);
    expect(askIn(network, { ...GATE, source: { cidr: "198.51.100.9/32" } }).verdict).toBe("unreachable");
  });

  it("is told apart from others in a matrix, at an instance as at an Application Load Balancer", () => {
    const second = {
      NetworkInterfaces: [
        { ...openVpc(1).NetworkInterfaces?.[0], NetworkInterfaceId: "eni-1c", PrivateIpAddress: "10.1.1.11" },
      ],
    };
    const shop = {
      NetworkInterfaces: [
        aLoadBalancerInterface(shopArn, {
          NetworkInterfaceId: "eni-shop",
          SubnetId: "subnet-1b",
          PrivateIpAddress: "10.1.2.30",
          Groups: [{ GroupId: "sg-app" }],
        }),
      ],
      LoadBalancers: [aLoadBalancer()],
      Listeners: [aListener(shopArn, "app", { Port: 8080 })],
      TargetGroups: [aTargetGroup("app", { TargetType: "lambda" })],
      TargetHealthDescriptions: [targetsOf("app", ["arn:aws:lambda:eu-west-1:111122223333:function:orders"])],
    };
    const toShop = gated(
      rule("10.1.1.11/32"),
      {},
      gateAt(),
      second,
      shop,
      toInstances({ TargetType: "alb" }),
    );
    const byShop = {
      ...toShop,
      TargetHealthDescriptions: [
        ...(toShop.TargetHealthDescriptions ?? []).filter(({ TargetGroupArn }) =>
          TargetGroupArn.includes("/app/"),
        ),
        targetsOf("gate", [shopArn]),
      ],
    };
    const direct = gated(rule("10.1.1.11/32"), {}, gateAt(), second, toInstances());
    for (const network of [direct, byShop]) {
      const verdicts = rows(networkWithout(network, []), ["eni-1a", "eni-1c", "eni-1a"], [GATE.destination]);
      expect(verdicts).toEqual([["unreachable"], ["reachable"], ["unreachable"]]);
    }
  });
});
