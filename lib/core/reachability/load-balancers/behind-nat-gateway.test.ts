import { expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { aListener, aTargetGroup, targetsOf } from "@/lib/testing/builders/load-balancers";
import { aRoute, aRouteTable, associatedWith } from "@/lib/testing/builders/vpc-resources";
import { aShop, ask, gateArn, groups } from "./shop.test-builder";

const gate = { loadBalancerArn: gateArn };

it.each([
  ["another subnet", { SubnetId: "subnet-fn" }, "10.0.1.20", "reachable"],
  // Its own route leads back to it.
  ["its own subnet", { SubnetId: "subnet-lb" }, "10.0.2.40", "unreachable"],
  // From a public address, to which the target has no route.
  ["no subnet", { SubnetId: undefined, RouteTableId: "rtb-nat" }, undefined, "unreachable"],
] as const)(
  "a Network Load Balancer gets back by a NAT gateway in %s what it sent for its client",
  (_, place, PrivateIp, verdict) => {
    const local = aRoute();
    const toTargets = {
      DestinationCidrBlock: "10.0.3.0/24",
      NatGatewayId: "nat-1",
      State: "active" as const,
    };
    const address = { PublicIp: "203.0.113.10", ...(PrivateIp !== undefined && { PrivateIp }) };
    const network = aShop({
      SecurityGroups: [
        groups.fn,
        { ...groups.app, IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }] },
      ],
      Listeners: [aListener(gateArn, "gate", { Protocol: "UDP", Port: 90 })],
      TargetGroups: [aTargetGroup("gate", { TargetType: "ip", Protocol: "UDP" })],
      TargetHealthDescriptions: [targetsOf("gate", ["10.0.3.30"])],
      NatGateways: [aNatGateway({ ...place, NatGatewayAddresses: [address] })],
      RouteTables: [
        aRouteTable(),
        aRouteTable({
          RouteTableId: "rtb-lb",
          Associations: associatedWith("subnet-lb"),
          Routes: [local, toTargets],
        }),
        aRouteTable({ RouteTableId: "rtb-nat", Associations: [], Routes: [local] }),
      ],
    });
    expect(ask(network, gate, 90, "udp").verdict).toBe(verdict);
  },
);
