import { describe, expect, it } from "vitest";
import { describeRoute, routeDestination, routeTarget } from "./route-target";

describe("routeTarget", () => {
  it.each([
    [{ GatewayId: "local" }, "local", "local"],
    [{ GatewayId: "igw-1" }, "internet-gateway", "igw-1"],
    [{ GatewayId: "vgw-1" }, "vpn-gateway", "vgw-1"],
    [{ GatewayId: "vpce-1", DestinationPrefixListId: "pl-1" }, "gateway-endpoint", "vpce-1"],
    [{ GatewayId: "vpce-1", DestinationCidrBlock: "0.0.0.0/0" }, "gateway-load-balancer-endpoint", "vpce-1"],
    [{ GatewayId: "VpcLattice", DestinationPrefixListId: "pl-1" }, "vpc-lattice", "VpcLattice"],
    [{ GatewayId: "xgw-1" }, "unknown", "xgw-1"],
    [{ NatGatewayId: "nat-1" }, "nat-gateway", "nat-1"],
    [{ EgressOnlyInternetGatewayId: "eigw-1" }, "egress-only-internet-gateway", "eigw-1"],
    [{ TransitGatewayId: "tgw-1" }, "transit-gateway", "tgw-1"],
    [{ VpcPeeringConnectionId: "pcx-1" }, "vpc-peering-connection", "pcx-1"],
    [{ CarrierGatewayId: "cagw-1" }, "carrier-gateway", "cagw-1"],
    [{ LocalGatewayId: "lgw-1" }, "local-gateway", "lgw-1"],
    [{ NetworkInterfaceId: "eni-1", InstanceId: "i-1" }, "network-interface", "eni-1"],
    [{ InstanceId: "i-1" }, "instance", "i-1"],
    [
      { CoreNetworkArn: "arn:aws:networkmanager::1:core-network/x" },
      "core-network",
      "arn:aws:networkmanager::1:core-network/x",
    ],
    [
      { OdbNetworkArn: "arn:aws:odb:eu-west-1:1:odb-network/x" },
      "odb-network",
      "arn:aws:odb:eu-west-1:1:odb-network/x",
    ],
    [{ IpAddress: "10.0.0.9" }, "ip-address", "10.0.0.9"],
    [{ GatewayId: "", NatGatewayId: "", VpcPeeringConnectionId: "pcx-1" }, "vpc-peering-connection", "pcx-1"],
    [
      { GatewayId: "vpce-1", DestinationPrefixListId: "", DestinationCidrBlock: "0.0.0.0/0" },
      "gateway-load-balancer-endpoint",
      "vpce-1",
    ],
    [{ State: "blackhole" as const }, "unknown", "unknown"],
  ])("decodes %j", (route, kind, id) => {
    expect(routeTarget(route)).toEqual({ kind, id });
  });
});

describe("routeDestination", () => {
  it.each([
    [{ DestinationCidrBlock: "10.0.0.0/8" }, "10.0.0.0/8"],
    [{ DestinationIpv6CidrBlock: "::/0" }, "::/0"],
    [{ DestinationPrefixListId: "pl-1" }, "pl-1"],
    [{}, "unknown"],
    [{ DestinationCidrBlock: "", DestinationIpv6CidrBlock: "", DestinationPrefixListId: "pl-1" }, "pl-1"],
  ])("of %j is %s", (route, destination) => {
    expect(routeDestination(route)).toBe(destination);
  });
});

describe("describeRoute", () => {
  it("names destination and target", () => {
    expect(describeRoute({ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" })).toBe(
      "0.0.0.0/0 → nat-1",
    );
  });
});
