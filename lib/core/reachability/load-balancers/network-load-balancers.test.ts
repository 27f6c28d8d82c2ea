import { describe, expect, it } from "vitest";
import {
  aListener,
  aLoadBalancer,
  aTargetGroup,
  loadBalancerArn,
  targetsOf,
} from "@/lib/testing/builders/load-balancers";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import {
  aNetworkAcl,
  aRoute,
  aRouteTable,
  aSubnet,
  associatedWith,
} from "@/lib/testing/builders/vpc-resources";
import { evaluateFlow } from "../evaluate-flow";
import { appInterface, aShop, ask, gateArn, gateInterface, groups, tcpFrom } from "./shop.test-builder";

const gate = { loadBalancerArn: gateArn };

describe("a Network Load Balancer", () => {
  const clients = (from: Parameters<typeof tcpFrom>[1]) => [
    groups.fn,
    groups.lb,
    { ...groups.app, IpPermissions: [tcpFrom(8080, from)] },
  ];

  it("filters nothing where it has no groups, and sends instances the client's address", () => {
    const open = ask(aShop({ SecurityGroups: clients({ cidr: "10.0.1.0/24" }) }), gate, 90);
    expect(open.verdict).toBe("reachable");
    const closed = ask(aShop({ SecurityGroups: clients({ cidr: "10.0.2.0/24" }) }), gate, 90);
    expect(closed).toMatchObject({
      verdict: "unreachable",
      codes: ["ENI_SG_RULES_MISMATCH", "ELBV2_SOURCE_ADDRESS_PRESERVATION"],
    });
  });

  it("sends addresses its own address for TCP and TLS, and the client's for UDP", () => {
    const network = (Protocol: "TCP" | "TLS" | "UDP", CidrIp: string) =>
      aShop({
        SecurityGroups: [
          groups.fn,
          { ...groups.app, IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp }] }] },
        ],
        Listeners: [aListener(gateArn, "gate", { Protocol, Port: 90 })],
        TargetGroups: [aTargetGroup("gate", { TargetType: "ip", Protocol })],
        TargetHealthDescriptions: [targetsOf("gate", ["10.0.3.30"])],
      });
    expect(ask(network("TCP", "10.0.2.20/32"), gate, 90, "tcp").verdict).toBe("reachable");
    expect(ask(network("TCP", "10.0.1.0/24"), gate, 90, "tcp").verdict).toBe("unreachable");
    expect(ask(network("TLS", "10.0.2.20/32"), gate, 90, "tcp").verdict).toBe("reachable");
    expect(ask(network("UDP", "10.0.1.0/24"), gate, 90, "udp").verdict).toBe("reachable");
    expect(ask(network("UDP", "10.0.2.20/32"), gate, 90, "udp").verdict).toBe("unreachable");
  });

  it("is known by its groups to its targets, clients are not by theirs", () => {
    const NetworkInterfaces = [{ ...gateInterface, Groups: [{ GroupId: "sg-lb" }] }, appInterface];
    const lb = { ...groups.lb, IpPermissions: [tcpFrom(90, { sg: "sg-fn" })] };
    const asked = (from: string) => {
      const app = { ...groups.app, IpPermissions: [tcpFrom(8080, { sg: from })] };
      return ask(aShop({ NetworkInterfaces, SecurityGroups: [groups.fn, lb, app] }), gate, 90).verdict;
    };
    expect(asked("sg-lb")).toBe("reachable");
    expect(asked("sg-fn")).toBe("unreachable");
  });

  it("is filtered by the groups that DescribeLoadBalancers alone tells of", () => {
    const LoadBalancers = [
      aLoadBalancer({ LoadBalancerName: "gate", Type: "network", SecurityGroups: ["sg-lb"] }),
    ];
    const told = (from: Parameters<typeof tcpFrom>[1]) => {
      const SecurityGroups = [
        groups.fn,
        { ...groups.lb, IpPermissions: [tcpFrom(90, from)] },
        { ...groups.app, IpPermissions: [tcpFrom(8080, { cidr: "0.0.0.0/0" })] },
      ];
      return ask(aShop({ LoadBalancers, SecurityGroups }), gate, 90);
    };
    expect(told({ sg: "sg-fn" }).verdict).toBe("reachable");
    expect(told({ sg: "sg-app" })).toMatchObject({
      verdict: "unreachable",
      codes: ["ENI_SG_RULES_MISMATCH"],
    });
  });

  it("leads through an Application Load Balancer to that one's targets", () => {
    const network = (app: typeof groups.app) =>
      aShop({
        SecurityGroups: [
          groups.fn,
          { ...groups.lb, IpPermissions: [tcpFrom(80, { cidr: "10.0.1.0/24" })] },
          app,
        ],
        TargetGroups: [
          aTargetGroup("app"),
          aTargetGroup("gate", { TargetType: "alb", Protocol: "TCP", Port: 80 }),
        ],
        TargetHealthDescriptions: [
          targetsOf("app", ["i-app"]),
          targetsOf("gate", [loadBalancerArn("shop", "app")]),
        ],
      });
    expect(ask(network(groups.app), gate, 90).verdict).toBe("reachable");
    const blocked = ask(network({ ...groups.app, IpPermissions: [] }), gate, 90);
    expect(blocked.verdict).toBe("unreachable");
    expect(blocked.messages).toContainEqual(
      expect.stringContaining(
        "on 80 is not reached: the target i-app on 8080 is not reached: security group sg-app",
      ),
    );
  });

  it("depends on the client's address where its targets tell clients apart", () => {
    const answer = ask(aShop({ SecurityGroups: clients({ cidr: "10.0.1.128/25" }) }), gate, 90);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([
      expect.stringContaining("It depends on which address Lambda or AWS chooses"),
    ]);
  });

  it("sends replies back to clients on the internet though its targets have no route there", () => {
    const network = aShop({
      SecurityGroups: clients({ cidr: "203.0.113.0/24" }),
      Subnets: [
        aSubnet({ SubnetId: "subnet-lb", CidrBlock: "10.0.2.0/24" }),
        aSubnet({ SubnetId: "subnet-app", CidrBlock: "10.0.3.0/24" }),
      ],
      InternetGateways: [anInternetGateway()],
      RouteTables: [
        aRouteTable(),
        aRouteTable({
          RouteTableId: "rtb-public",
          Associations: associatedWith("subnet-lb"),
          Routes: [aRoute(), aRoute({ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" })],
        }),
      ],
      NetworkInterfaces: [{ ...gateInterface, Association: { PublicIp: "198.51.100.7" } }, appInterface],
      VpcBlockPublicAccessOptions: [],
    });
    const from = (cidr: string) => {
      const flow = {
        source: { cidr },
        destination: { networkInterfaceId: "eni-gate" },
        protocol: "tcp",
        port: 90,
      } as const;
      return evaluateFlow(network, flow).verdict;
    };
    expect(from("203.0.113.9/32")).toBe("reachable");
    expect(from("192.0.2.9/32")).toBe("unreachable");
    expect(from("203.0.113.0/24")).toBe("reachable");
    expect(from("203.0.112.0/23")).toBe("unreachable");
  });

  it("needs its targets' network ACL to let replies out to the client", () => {
    const entry = (Egress: boolean, CidrBlock: string) => ({
      RuleNumber: 100,
      Egress,
      Protocol: "-1",
      RuleAction: "allow" as const,
      CidrBlock,
    });
    const acl = (SubnetId: string, replies: string) =>
      aNetworkAcl({
        NetworkAclId: `acl-${SubnetId}`,
        Associations: [{ SubnetId }],
        Entries: [entry(false, "0.0.0.0/0"), entry(true, replies)],
      });
    const answer = (replies: string) =>
      ask(
        aShop({
          SecurityGroups: clients({ cidr: "10.0.1.0/24" }),
          NetworkAcls: [
            acl("subnet-fn", "0.0.0.0/0"),
            acl("subnet-lb", "0.0.0.0/0"),
            acl("subnet-app", replies),
          ],
        }),
        gate,
        90,
      );
    expect(answer("10.0.1.0/24").verdict).toBe("reachable");
    expect(answer("10.0.2.0/24").codes).toContain("SUBNET_ACL_RESTRICTION");
  });
});
