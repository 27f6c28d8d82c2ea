import { describe, expect, it } from "vitest";
import { openVpc, type Permission } from "../cases/open-vpc.test-builder";
import { evaluateFlow } from "../evaluate-flow";
import { indexNetwork } from "../index/network-index";
import { parseCidr, type AddressRange } from "../sets/address-range";
import { NO_TRAFFIC, TCP, trafficOf } from "../sets/traffic";
import { networkWithout } from "../testing/ask-network.test-builder";
import { securityGroupCheckpoint } from "./security-group-checkpoint";

/** Rules for that many addresses of 100.0.0.0/8, and one for everybody in the VPC. */
function manyRules(count: number): Permission[] {
  const partners = Array.from({ length: count }, (_, n) => ({
    CidrIp: `100.${n >> 16}.${(n >> 8) & 255}.${n & 255}/32`,
  }));
  const own = { CidrIp: "10.1.0.0/16" };
  return [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [...partners, own] }];
}

/** What letting in from a peer costs: how often the peer's range is looked at, and how many cuts it gets. */
function costOf(count: number, cidr: string) {
  const index = indexNetwork(networkWithout(openVpc(1, { inbound: manyRules(count) }), []));
  const range = parseCidr(cidr);
  if (!range) throw new Error(`${cidr} is not a block.`);
  const cost = { looks: 0, cuts: 0 };
  const watched: AddressRange = {
    family: range.family,
    last: range.last,
    get first() {
      cost.looks += 1;
      return range.first;
    },
  };
  const peer = { range: watched, securityGroupIds: [], identity: { status: "kept" as const } };
  const crossing = { endpointId: "eni-1a", securityGroupIds: ["sg-1"], egress: false, peer };
  const cuts = {
    add: () => {
      cost.cuts += 1;
    },
    choose: () => 0,
  };
  const { must, explain, admit } = securityGroupCheckpoint(index, crossing, cuts);
  const shown = explain(trafficOf(TCP)).flatMap(({ evidence = [] }) => evidence);
  return { must, shown: shown.length, admitted: admit?.(trafficOf(TCP)).length, cost };
}

describe("a group with very many rules", () => {
  it.each([
    ["that a wide rule lets in", "10.1.1.10/32", trafficOf(TCP, [443, 443]), 1],
    ["that a narrow rule lets in", "100.0.0.7/32", trafficOf(TCP, [443, 443]), 1],
    ["that no rule lets in", "10.2.1.10/32", NO_TRAFFIC, 0],
  ])("looks at an address as often as a group of ten: one %s", (_, cidr, must, admitted) => {
    const few = costOf(10, cidr);
    expect(few).toMatchObject({ must, admitted, shown: 8, cost: { cuts: 0 } });
    expect(costOf(30_000, cidr)).toEqual(few);
  });

  it("cuts a range into no more parts than matter, and no fewer", () => {
    expect(costOf(300, "100.0.0.0/8").cost.cuts).toBeGreaterThan(256);
    expect(costOf(30_000, "100.0.0.0/8").cost).toEqual(costOf(3_000, "100.0.0.0/8").cost);
  });

  it("unites the rules of one address at once", () => {
    const inbound = Array.from({ length: 30_000 }, (_, n): Permission => {
      const port = 2 * n + 1;
      return { IpProtocol: "tcp", FromPort: port, ToPort: port, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    });
    const index = indexNetwork(networkWithout(openVpc(1, { inbound }), []));
    const peer = {
      range: parseCidr("10.1.1.10"),
      securityGroupIds: [],
      identity: { status: "kept" as const },
    };
    const crossing = { endpointId: "eni-1a", securityGroupIds: ["sg-1"], egress: false, peer };
    const ask = () =>
      securityGroupCheckpoint(index, crossing, { add: () => undefined, choose: () => 0 }).must;
    expect(ask().tcp).toHaveLength(60_000);
    expect(ask()).toBe(ask());
  });

  it("explains and admits where every second port has a rule of its own", () => {
    const inbound = Array.from({ length: 32_768 }, (_, n): Permission => {
      const port = 2 * n + 1;
      return { IpProtocol: "tcp", FromPort: port, ToPort: port, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    });
    const network = networkWithout(openVpc(1, { inbound }), []);
    const { verdict, traces } = evaluateFlow(network, {
      source: { networkInterfaceId: "eni-1b" },
      destination: { networkInterfaceId: "eni-1a" },
      protocol: "tcp",
    });
    expect(verdict).toBe("mixed");
    expect(traces[0]?.allowed?.find(({ protocol }) => protocol === "tcp")?.ports).toHaveLength(32_768);
    expect(traces[0]?.explanations.map(({ code }) => code)).toEqual(["ENI_SG_RULES_MISMATCH"]);
  });

  it("tells at once of more than a hundred groups that somebody may have who was not read", () => {
    const told = (count: number) => {
      const inbound = Array.from({ length: count }, (_, n): Permission => {
        return { IpProtocol: "tcp", UserIdGroupPairs: [{ GroupId: `sg-far-${n}` }] };
      });
      const { verdict, traces } = evaluateFlow(networkWithout(openVpc(1, { inbound }), []), {
        source: { cidr: "10.1.1.77/32" },
        destination: { networkInterfaceId: "eni-1b" },
        protocol: "tcp",
        port: 443,
      });
      expect(verdict).toBe("unknown");
      return traces.flatMap(({ notEvaluated }) => notEvaluated.map(({ message }) => message));
    };
    expect(told(100)).toContain("Whether the far end has sg-far-99 is not known.");
    expect(told(101)).toContain("Whether the far end has one of 101 groups is not known.");
    expect(told(101)).not.toContain("Whether the far end has sg-far-99 is not known.");
  });
});
