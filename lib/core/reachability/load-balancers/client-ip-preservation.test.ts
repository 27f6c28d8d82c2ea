import { describe, expect, it } from "vitest";
import { attributesOf, aTargetGroup, targetsOf } from "@/lib/testing/builders/load-balancers";
import { deniedCalls } from "@/lib/testing/builders/snapshot";
import { aShop, ask, gateArn, groups, tcpFrom } from "./shop.test-builder";

describe("whether a Network Load Balancer keeps the client's address", () => {
  /** The target lets in the client alone, or the load balancer's address alone. */
  const lettingIn = (cidr: string, resources: Parameters<typeof aShop>[0] = {}, denied = false) =>
    ask(
      aShop(
        {
          SecurityGroups: [groups.fn, { ...groups.app, IpPermissions: [tcpFrom(8080, { cidr })] }],
          ...resources,
        },
        denied ? deniedCalls("elbv2.DescribeTargetGroupAttributes") : [],
      ),
      { loadBalancerArn: gateArn },
      90,
    );
  const [client, own, both] = ["10.0.1.0/24", "10.0.2.20/32", "10.0.0.0/16"];

  it("is what its target group's attribute says, of instances and addresses alike", () => {
    for (const [TargetType, target] of [
      ["instance", "i-app"],
      ["ip", "10.0.3.30"],
    ] as const) {
      const targets = {
        TargetGroups: [aTargetGroup("gate", { Protocol: "TCP", TargetType })],
        TargetHealthDescriptions: [targetsOf("gate", [target])],
      };
      const kept = { ...targets, TargetGroupAttributes: [attributesOf("gate", true)] };
      expect(lettingIn(client, kept).verdict).toBe("reachable");
      expect(lettingIn(own, kept)).toMatchObject({
        verdict: "unreachable",
        codes: ["ENI_SG_RULES_MISMATCH", "ELBV2_SOURCE_ADDRESS_PRESERVATION"],
      });
      const hidden = { ...targets, TargetGroupAttributes: [attributesOf("gate", false)] };
      expect(lettingIn(own, hidden).verdict).toBe("reachable");
      expect(lettingIn(client, hidden)).toMatchObject({
        verdict: "unreachable",
        codes: ["ENI_SG_RULES_MISMATCH"],
      });
    }
  });

  it("is not asked of other protocols and of load balancers behind it, which always see the client", () => {
    const udp = aTargetGroup("gate", { Protocol: "TCP_UDP", TargetType: "ip" });
    const TargetHealthDescriptions = [targetsOf("gate", ["10.0.3.30"])];
    const resources = { TargetGroups: [udp], TargetHealthDescriptions, TargetGroupAttributes: [] };
    expect(lettingIn(client, resources).verdict).toBe("reachable");
    expect(lettingIn(own, resources).verdict).toBe("unreachable");
  });

  it("does not matter where the target takes both or neither, though it was not read", () => {
    expect(lettingIn(both, {}, true).verdict).toBe("reachable");
    expect(lettingIn("10.9.0.0/16", {}, true).verdict).toBe("unreachable");
  });

  it("is unknown where it was not read and the target takes one of them", () => {
    for (const cidr of [client, own]) {
      const answer = lettingIn(cidr, {}, true);
      expect(answer.verdict).toBe("unknown");
      expect(answer.gaps).toEqual([
        expect.stringContaining(
          "whether it sees the client's address is not known (elbv2.DescribeTargetGroupAttributes failed",
        ),
      ]);
    }
    const unnamed = { TargetGroupAttributes: [{ ...attributesOf("gate", true), Attributes: [] }] };
    expect(lettingIn(client, unnamed).gaps).toEqual([expect.stringContaining("(no answer tells it)")]);
  });
});
