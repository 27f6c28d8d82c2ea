import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import type { Hop } from "../trace";
import { answerOf } from "./ask-codes.test-builder";
import { anEntry, openVpc, together, type Permission } from "./open-vpc.test-builder";

const port = (FromPort: number, ToPort: number, peer: Permission): Permission => ({
  IpProtocol: "tcp",
  FromPort,
  ToPort,
  ...peer,
});
const POSTGRES = { from: 5432, to: 5432 };

/** `eni-1a: sg-1 outbound: …` for each rule quoted on the way. */
function evidenceOf(hops: readonly Hop[] = []): string[] {
  return hops.flatMap(({ resourceId, evidence = [] }) =>
    evidence.map((one) => `${resourceId}: ${one.resourceId ?? ""} ${one.fact}`),
  );
}

describe("a place on the way names the rules that let the packet through", () => {
  const inbound = [
    port(5432, 5432, { UserIdGroupPairs: [{ GroupId: "sg-1" }] }),
    port(5000, 6000, { IpRanges: [{ CidrIp: "10.1.0.0/16" }] }),
    port(5432, 5432, { IpRanges: [{ CidrIp: "10.1.2.0/24" }] }),
    port(22, 22, { IpRanges: [{ CidrIp: "0.0.0.0/0" }] }),
  ];
  const entries = [
    anEntry({ RuleNumber: 90, RuleAction: "deny", CidrBlock: "10.9.0.0/16" }),
    anEntry({ RuleNumber: 100, CidrBlock: "10.1.1.0/24" }),
    anEntry({ RuleNumber: 110 }),
    anEntry({ RuleNumber: 120, Egress: true, Protocol: "6", PortRange: { From: 1024, To: 50000 } }),
    anEntry({ RuleNumber: 130, Egress: true, Protocol: "6", PortRange: { From: 40000, To: 65535 } }),
    anEntry({ RuleNumber: 140, Egress: true, Protocol: "17" }),
  ];
  const asked = {
    source: { networkInterfaceId: "eni-1a" },
    destination: { networkInterfaceId: "eni-1b" },
    protocol: "tcp" as const,
    port: POSTGRES,
  };
  const answer = answerOf(openVpc(1, { inbound, b: { entries } }), asked);

  it("of security groups and network ACLs on the way there, and of no other", () => {
    expect(evidenceOf(answer.traces[0]?.forward)).toEqual([
      "eni-1a: sg-1 outbound: allow all traffic to 0.0.0.0/0",
      "subnet-1a: acl-1a outbound rule 100: allow all traffic to 0.0.0.0/0",
      "subnet-1b: acl-1b inbound rule 100: allow all traffic from 10.1.1.0/24",
      "eni-1b: sg-1 inbound: allow tcp 5000-6000 from 10.1.0.0/16",
      "eni-1b: sg-1 inbound: allow tcp 5432 from sg-1",
    ]);
  });

  it("of network ACLs alone on the way back, each for the ports that it opens", () => {
    expect(evidenceOf(answer.traces[0]?.return)).toEqual([
      "subnet-1b: acl-1b outbound rule 120: allow tcp 1024-50000 to 0.0.0.0/0",
      "subnet-1b: acl-1b outbound rule 130: allow tcp 40000-65535 to 0.0.0.0/0",
      "subnet-1a: acl-1a inbound rule 100: allow all traffic from 0.0.0.0/0",
    ]);
  });

  it("of no more than eight where more would do", () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      port(5000 + index, 6000, { IpRanges: [{ CidrIp: "10.1.0.0/16" }] }),
    );
    const [trace] = answerOf(openVpc(1, { inbound: many }), asked).traces;
    expect(evidenceOf(trace?.forward).filter((one) => one.includes("inbound: allow tcp"))).toHaveLength(8);
  });

  it("but none where nothing is let through, or what would was not read", () => {
    const closed = answerOf(openVpc(1, { inbound: [], b: { entries: [] } }), asked);
    expect(evidenceOf(closed.traces[0]?.forward)).toEqual([
      "eni-1a: sg-1 outbound: allow all traffic to 0.0.0.0/0",
      "subnet-1a: acl-1a outbound rule 100: allow all traffic to 0.0.0.0/0",
    ]);
    const unread = answerOf(openVpc(1), asked, ["DescribeNetworkAcls", "DescribeSecurityGroups"]);
    expect(evidenceOf(unread.traces[0]?.forward)).toEqual([]);
  });
});

it("enters a NAT gateway's subnet before the gateway, and leaves it after", () => {
  const network = together(
    openVpc(1, {
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      a: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }] },
    }),
    {
      InternetGateways: [anInternetGateway()],
      NatGateways: [
        aNatGateway({
          SubnetId: "subnet-1b",
          NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
        }),
      ],
    },
  );
  const [trace] = answerOf(network, {
    source: { networkInterfaceId: "eni-1a" },
    destination: { cidr: "8.8.8.8/32" },
  }).traces;
  expect(trace?.forward.map(({ resourceId }) => resourceId)).toEqual([
    "eni-1a",
    "subnet-1a",
    "rtb-1a",
    "vpc-1",
    "subnet-1b",
    "nat-1",
    "subnet-1b",
    "rtb-1",
    "vpc-1",
    "igw-1",
    "internet",
  ]);
  expect(evidenceOf(trace?.forward).filter((one) => one.startsWith("subnet-1b"))).toEqual([
    "subnet-1b: acl-1b inbound rule 100: allow all traffic from 0.0.0.0/0",
    "subnet-1b: acl-1b outbound rule 100: allow all traffic to 0.0.0.0/0",
  ]);
});
