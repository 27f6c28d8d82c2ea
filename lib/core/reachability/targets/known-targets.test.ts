import { describe, expect, it } from "vitest";
import { aListener, aLoadBalancer } from "@/lib/testing/builders/load-balancers";
import { aShop, gateArn, shopArn } from "../load-balancers/shop.test-builder";
import { knownTargets } from "./known-targets";

describe("the targets that a function in a VPC may want", () => {
  const network = aShop({
    Listeners: [
      aListener(shopArn, "app", { Port: 443, Protocol: "HTTPS" }),
      aListener(shopArn, "app"),
      aListener(gateArn, "gate", { Port: 53, Protocol: "TCP_UDP" }),
    ],
  });
  const balancers = (vpcId: string | null) =>
    knownTargets(network, vpcId).filter(({ kind }) => kind === "load-balancer");

  it("hold each load balancer of the VPC once for each port and protocol it listens on", () => {
    expect(balancers("vpc-1").map(({ label, protocol, port }) => [label, protocol, port])).toEqual([
      ["gate:53", "tcp", 53],
      ["gate:53", "udp", 53],
      ["shop:443", "tcp", 443],
      ["shop:80", "tcp", 80],
    ]);
    expect(new Set(balancers("vpc-1").map(({ key }) => key)).size).toBe(4);
    expect(balancers("vpc-1").map(({ destination }) => destination)).toEqual(
      [gateArn, gateArn, shopArn, shopArn].map((loadBalancerArn) => ({ loadBalancerArn })),
    );
  });

  it("hold one whose name is not told under its ARN", () => {
    const nameless = aShop({ LoadBalancers: [{ ...aLoadBalancer(), LoadBalancerName: undefined }] });
    const labels = knownTargets(nameless, "vpc-1").map(({ label }) => label);
    expect(labels).toContain(`${shopArn}:80`);
  });

  it("hold none of another VPC, and none outside every VPC", () => {
    expect(balancers("vpc-2")).toEqual([]);
    expect(balancers(null)).toEqual([]);
  });
});
