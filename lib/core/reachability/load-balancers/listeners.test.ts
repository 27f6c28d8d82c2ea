import { describe, expect, it } from "vitest";
import { aListener, aLoadBalancer, aTargetGroup } from "@/lib/testing/builders/load-balancers";
import { deniedCalls } from "@/lib/testing/builders/snapshot";
import { aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { aShop, ask, gateArn, groups, shopArn, shopInterface, tcpFrom } from "./shop.test-builder";

const shop = { loadBalancerArn: shopArn };
const gate = { loadBalancerArn: gateArn };

describe("what a load balancer takes", () => {
  it.each([
    ["its ARN", shop],
    ["its interface", { networkInterfaceId: "eni-lb" }],
    ["its address", { cidr: "10.0.2.10/32" }],
  ])("is the same whether it is asked for by %s", (_, destination) => {
    expect(ask(aShop(), destination, 80).verdict).toBe("reachable");
    const wrong = ask(
      aShop({
        SecurityGroups: [
          groups.fn,
          groups.app,
          { ...groups.lb, IpPermissions: [tcpFrom(81, { sg: "sg-fn" })] },
        ],
      }),
      destination,
      81,
    );
    expect(wrong).toMatchObject({ verdict: "unreachable", codes: ["ELBV2_LISTENERS_MISMATCH"] });
    expect(wrong.messages).toEqual(["The load balancer shop listens on HTTP 80 only."]);
  });

  it("is TCP and UDP of a TCP_UDP listener, and UDP alone of a QUIC one", () => {
    const listens = (Protocol: "TCP_UDP" | "QUIC") =>
      aShop({
        SecurityGroups: [
          groups.fn,
          aSecurityGroup({
            GroupId: "sg-app",
            IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "10.0.0.0/16" }] }],
          }),
        ],
        Listeners: [aListener(gateArn, "gate", { Protocol, Port: 53 })],
        TargetGroups: [aTargetGroup("gate", { Protocol })],
      });
    expect(ask(listens("TCP_UDP"), gate, 53, "tcp").verdict).toBe("reachable");
    expect(ask(listens("TCP_UDP"), gate, 53, "udp").verdict).toBe("reachable");
    expect(ask(listens("QUIC"), gate, 53, "udp").verdict).toBe("reachable");
    expect(ask(listens("QUIC"), gate, 53, "tcp").codes).toContain("ELBV2_LISTENERS_MISMATCH");
  });

  it.each([
    ["provisioning", "The load balancer shop is still being provisioned."],
    ["failed", "The load balancer shop is failed."],
  ] as const)("is nothing while it is %s", (Code, message) => {
    const answer = ask(aShop({ LoadBalancers: [aLoadBalancer({ State: { Code } })] }), shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["BAD_STATE"], messages: [message] });
    expect(answer.traces[0]?.explanations[0]?.evidence).toEqual([
      { resourceId: shopArn, fact: `State.Code ${Code}` },
    ]);
  });

  it("is told listener by listener", () => {
    const Listeners = [
      aListener(shopArn, "app"),
      aListener(shopArn, "app", { Protocol: "HTTPS", Port: 443 }),
    ];
    const lb = { ...groups.lb, IpPermissions: [tcpFrom(81, { sg: "sg-fn" })] };
    const answer = ask(aShop({ Listeners, SecurityGroups: [groups.fn, lb, groups.app] }), shop, 81);
    const told = answer.traces[0]?.explanations.find(({ code }) => code === "ELBV2_LISTENERS_MISMATCH");
    expect(told?.evidence?.map(({ fact }) => fact).sort()).toEqual([
      "listener HTTP 80",
      "listener HTTPS 443",
    ]);
  });

  it("is nothing where it has no listeners", () => {
    const answer = ask(aShop({ Listeners: [] }), shop, 80);
    expect(answer.messages).toContain("The load balancer shop has no listeners.");
  });

  it("is not known where its listeners, or it itself, were not read", () => {
    const listeners = ask(aShop({}, deniedCalls("elbv2.DescribeListeners")), shop, 80);
    expect(listeners.verdict).toBe("unknown");
    expect(listeners.gaps).toEqual([expect.stringContaining("elbv2.DescribeListeners failed")]);
    const itself = ask(
      aShop({}, deniedCalls("elbv2.DescribeLoadBalancers")),
      { networkInterfaceId: "eni-lb" },
      80,
    );
    expect(itself.verdict).toBe("unknown");
    expect(itself.gaps).toEqual([expect.stringContaining("elbv2.DescribeLoadBalancers failed")]);
  });

  it("is told of a Classic Load Balancer as not known: its listeners are not read", () => {
    const classic = { ...shopInterface, Description: "ELB old-shop" };
    const answer = ask(aShop({ NetworkInterfaces: [classic] }), { networkInterfaceId: "eni-lb" }, 80);
    expect(answer.gaps).toEqual([
      "What ELB old-shop (eni-lb) listens on is not known: no load balancer read has this interface.",
    ]);
  });
});
