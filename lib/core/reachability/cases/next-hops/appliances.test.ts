import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import {
  aLambdaInterface,
  aNetworkInterface,
  aRoute,
  aRouteTable,
} from "@/lib/testing/builders/vpc-resources";
import { ask, unknown, unreachable } from "../ask-codes.test-builder";
import { EDGE_TABLE } from "../edge-table.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const TO_ENDPOINT = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "vpce-1" };
const TO_APPLIANCE = { DestinationCidrBlock: "0.0.0.0/0", NetworkInterfaceId: "eni-firewall" };

function gatewayLoadBalancerEndpoint(State: "Available" | "Failed", ...SubnetIds: string[]) {
  const VpcEndpointType = "GatewayLoadBalancer" as const;
  return { VpcEndpoints: [{ VpcEndpointId: "vpce-1", VpcEndpointType, VpcId: "vpc-1", State, SubnetIds }] };
}

function firewallAt(PrivateIpAddress: string, SubnetId: string) {
  const own = { NetworkInterfaceId: "eni-firewall", PrivateIpAddress, SubnetId, SourceDestCheck: false };
  return { NetworkInterfaces: [aNetworkInterface({ ...own, VpcId: "vpc-1" })] };
}

describe("a Gateway Load Balancer endpoint", () => {
  const routed = openVpc(1, { a: { routes: [TO_ENDPOINT] } });

  it("makes what lies beyond unknown, and never a block", () => {
    // There is no internet gateway; but the appliance may have one in its own VPC.
    const beyond = unknown("PATH_THROUGH_GWLB_NOT_CHECKED");
    expect(ask(together(routed, gatewayLoadBalancerEndpoint("Available", "subnet-1b")), SOMEWHERE)).toEqual(
      beyond,
    );
    expect(ask(routed, SOMEWHERE, ["DescribeVpcEndpoints"])).toEqual(beyond);
  });

  it("that does not work is a block", () => {
    expect(ask(together(routed, gatewayLoadBalancerEndpoint("Failed", "subnet-1b")), SOMEWHERE)).toEqual(
      unreachable("BAD_STATE"),
    );
  });
});

describe("behind an appliance", () => {
  const natInterface = { InterfaceType: "nat_gateway" as "natGateway", Groups: [] };
  const networkWith = (eni: object) =>
    together(
      openVpc(1, {
        a: { routes: [{ DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-firewall" }] },
        b: { eni },
      }),
      firewallAt("10.1.1.30", "subnet-1a"),
    );

  it.each([
    ["a function", aLambdaInterface({ Groups: [{ GroupId: "sg-1" }] }), "LAMBDA_ACCEPTS_NO_INBOUND"],
    ["a NAT gateway", natInterface, "NAT_GATEWAY_ACCEPTS_NO_INBOUND"],
  ] as const)(
    "%s that the question names still accepts nothing, but not who has its address",
    (_, eni, code) => {
      const { InterfaceType, Description, Groups } = { Description: "", ...eni };
      const network = networkWith({ InterfaceType, Description, Groups });
      expect(ask(network, { destination: { networkInterfaceId: "eni-1b" } })).toEqual(unreachable(code));
      expect(ask(network, { destination: { cidr: "10.1.2.10/32" } })).toEqual(
        unknown("NOT_EVALUATED_APPLIANCE"),
      );
    },
  );

  it("of an internet gateway's table nothing is certain of a public address in the sender's own VPC", () => {
    const toInternet = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
    const network = together(
      openVpc(1, {
        a: { routes: [toInternet], eni: { Association: { PublicIp: "203.0.113.6" } } },
        b: { eni: { Association: { PublicIp: "203.0.113.8" } } },
      }),
      firewallAt("10.1.1.30", "subnet-1a"),
      { InternetGateways: [anInternetGateway()] },
      {
        RouteTables: [EDGE_TABLE],
      },
    );
    expect(ask(network, { destination: { cidr: "203.0.113.8/32" } })).toEqual(
      unknown("NOT_EVALUATED_APPLIANCE"),
    );
  });

  it("who comes from outside may meet somebody else at an address, but not at an interface", () => {
    const Routes = [
      aRoute({ DestinationCidrBlock: "10.1.0.0/16" }),
      aRoute({
        DestinationCidrBlock: "10.1.2.0/24",
        GatewayId: undefined,
        NetworkInterfaceId: "eni-firewall",
      }),
    ];
    const network = together(
      networkWith({
        ...aLambdaInterface(),
        SubnetId: "subnet-1b",
        NetworkInterfaceId: "eni-1b",
        PrivateIpAddress: "10.1.2.10",
        Association: { PublicIp: "203.0.113.60" },
      }),
      {
        InternetGateways: [anInternetGateway()],
        RouteTables: [
          aRouteTable({
            RouteTableId: "rtb-edge",
            Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
            Routes,
          }),
        ],
      },
    );
    const outside = { source: { cidr: "8.8.4.4/32" } };
    expect(ask(network, { ...outside, destination: { cidr: "203.0.113.60/32" } })).toEqual(
      unknown("NOT_EVALUATED_APPLIANCE"),
    );
    expect(ask(network, { ...outside, destination: { networkInterfaceId: "eni-1b" } })).toEqual(
      unreachable("LAMBDA_ACCEPTS_NO_INBOUND"),
    );
  });

  it("whether an ordinary interface is reached is not known", () => {
    expect(ask(networkWith({}), { destination: { networkInterfaceId: "eni-1b" } })).toMatchObject({
      verdict: "unknown",
    });
  });
});

describe("a network ACL that lets nothing out", () => {
  const closed = (route: object) =>
    openVpc(1, {
      a: { routes: [route], entries: [anEntry({}), anEntry({ Egress: true, RuleAction: "deny" })] },
    });
  const BLOCKED = unreachable("SUBNET_ACL_RESTRICTION");
  const TO_NAT = { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" };

  it.each([
    ["an appliance in another subnet", TO_APPLIANCE, firewallAt("10.1.2.30", "subnet-1b"), BLOCKED],
    [
      "an endpoint in another subnet",
      TO_ENDPOINT,
      gatewayLoadBalancerEndpoint("Available", "subnet-1b"),
      BLOCKED,
    ],
    [
      "an endpoint in the sender's subnet",
      TO_ENDPOINT,
      gatewayLoadBalancerEndpoint("Available", "subnet-1a"),
      unknown("PATH_THROUGH_GWLB_NOT_CHECKED"),
    ],
  ])("is asked about packets to %s or not", (_, route, next, answer) => {
    expect(ask(together(closed(route), next), SOMEWHERE)).toEqual(answer);
  });

  it("does not see what goes to an appliance in the sender's subnet", () => {
    const answer = ask(together(closed(TO_APPLIANCE), firewallAt("10.1.1.30", "subnet-1a")), SOMEWHERE);
    expect(answer).toMatchObject({ verdict: "unknown" });
    expect(answer.codes).toContain("NOT_EVALUATED_APPLIANCE");
  });

  it("may not see what goes to something that was not read", () => {
    // An unread NAT gateway sends on from its subnet, so that one ACL or the other sees the packet.
    expect(ask(closed(TO_NAT), SOMEWHERE, ["DescribeNatGateways"])).toEqual(BLOCKED);
    expect(ask(closed(TO_ENDPOINT), SOMEWHERE, ["DescribeVpcEndpoints"])).toEqual(
      unknown("PATH_THROUGH_GWLB_NOT_CHECKED"),
    );
    const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
    expect(
      ask(closed(TO_APPLIANCE), { ...SOMEWHERE, source: { connection } }, ["DescribeNetworkInterfaces"]),
    ).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});
