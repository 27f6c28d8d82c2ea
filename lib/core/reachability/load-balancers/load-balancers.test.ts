import { describe, expect, it } from "vitest";
import { aReservation } from "@/lib/testing/builders/destinations";
import {
  aListener,
  aLoadBalancer,
  aTargetGroup,
  loadBalancerArn,
  targetsOf,
} from "@/lib/testing/builders/load-balancers";
import { deniedCalls } from "@/lib/testing/builders/snapshot";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import {
  aNetworkAcl,
  aRoute,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  associatedWith,
} from "@/lib/testing/builders/vpc-resources";
import { evaluateFlow } from "../evaluate-flow";
import {
  appInterface,
  aShop,
  ask,
  gateArn,
  gateInterface,
  groups,
  shopArn,
  shopInterface,
  tcpFrom,
} from "./shop.test-builder";

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

  it.each(["provisioning", "failed"] as const)("is nothing while it is %s", (Code) => {
    const answer = ask(aShop({ LoadBalancers: [aLoadBalancer({ State: { Code } })] }), shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["BAD_STATE"] });
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

describe("the way from a load balancer to its targets", () => {
  const closed = { ...groups.app, IpPermissions: [] };

  it("stops a question where every target is certainly blocked, and names the target", () => {
    const answer = ask(aShop({ SecurityGroups: [groups.fn, groups.lb, closed] }), shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["SG_HAS_NO_RULES"] });
    expect(answer.messages).toEqual([
      "To target i-app on 8080: Security group sg-app of eni-app has no inbound rules.",
    ]);
  });

  it("needs one target only: a balancer sends nothing to those that fail", () => {
    const network = aShop({ TargetHealthDescriptions: [targetsOf("app", ["i-gone", "i-app"])] });
    expect(ask(network, shop, 80).verdict).toBe("reachable");
  });

  it("is not known where one target was not read and the others are blocked", () => {
    const answer = ask(
      aShop({
        SecurityGroups: [groups.fn, groups.lb, closed],
        TargetHealthDescriptions: [targetsOf("app", ["i-gone", "i-app"])],
      }),
      shop,
      80,
    );
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toContain(
      "Whether the target i-gone on 8080 is reached is not known: it is not among the instances read.",
    );
  });

  it("goes by the load balancer's own outbound rules", () => {
    const lb = { ...groups.lb, IpPermissionsEgress: [tcpFrom(443, { cidr: "0.0.0.0/0" })] };
    const answer = ask(aShop({ SecurityGroups: [groups.fn, lb, groups.app] }), shop, 80);
    expect(answer.messages).toEqual([
      expect.stringMatching(/^To target i-app on 8080: Security group sg-lb of eni-lb has no outbound rule/),
    ]);
  });

  it("is nowhere with an empty target group", () => {
    const answer = ask(aShop({ TargetHealthDescriptions: [targetsOf("app", [])] }), shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["ELBV2_LISTENER_HAS_NO_TG"] });
  });

  it("does not reach an instance that is terminated", () => {
    const gone = {
      InstanceId: "i-gone",
      VpcId: undefined,
      SubnetId: undefined,
      State: { Name: "terminated" as const },
    };
    const network = aShop({
      Reservations: [aReservation(gone)],
      TargetHealthDescriptions: [targetsOf("app", ["i-gone"])],
    });
    const answer = ask(network, shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["UNASSOCIATED_COMPONENT"] });
    expect(answer.messages).toEqual(["The target i-gone on 8080 is in no VPC."]);
  });

  it("is not followed for ever where load balancers lead to each other", () => {
    const network = aShop({
      TargetGroups: [aTargetGroup("gate", { TargetType: "ip", Protocol: "TCP", Port: 90 })],
      TargetHealthDescriptions: [targetsOf("gate", ["10.0.2.20"])],
    });
    const answer = ask(network, gate, 90);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("are followed 3 times, and not beyond eni-gate")]);
  });

  it.each(["elbv2.DescribeTargetGroups", "elbv2.DescribeTargetHealth"])("is not known without %s", (call) => {
    const answer = ask(aShop({}, deniedCalls(call)), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining(`${call} failed`)]);
  });

  it("ends at the load balancer where it answers itself, or where Lambda is the target", () => {
    const redirect = [{ Type: "redirect" as const, RedirectConfig: { StatusCode: "HTTP_301" as const } }];
    const answers = aShop({ Listeners: [aListener(shopArn, "app", { DefaultActions: redirect })] });
    expect(ask(answers, shop, 80).verdict).toBe("reachable");
    const lambda = aShop({
      TargetGroups: [aTargetGroup("app", { TargetType: "lambda", Port: undefined })],
      TargetHealthDescriptions: [targetsOf("app", ["arn:aws:lambda:eu-west-1:111122223333:function:shop"])],
    });
    expect(ask(lambda, shop, 80).verdict).toBe("reachable");
  });

  it("leaves out a group of weight 0", () => {
    const weights = (app: number) => ({
      DefaultActions: [
        {
          Type: "forward" as const,
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: aTargetGroup("app").TargetGroupArn, Weight: app },
              { TargetGroupArn: aTargetGroup("idle").TargetGroupArn, Weight: 1 },
            ],
          },
        },
      ],
    });
    const network = (app: number) =>
      aShop({
        Listeners: [aListener(shopArn, "app", weights(app))],
        TargetGroups: [aTargetGroup("app"), aTargetGroup("idle")],
        TargetHealthDescriptions: [targetsOf("app", ["i-app"]), targetsOf("idle", [])],
      });
    expect(ask(network(1), shop, 80).verdict).toBe("reachable");
    expect(ask(network(0), shop, 80).verdict).toBe("unreachable");
  });

  it("tells of health as not evaluated, and of targets that were all unhealthy", () => {
    const notes = (state: "healthy" | "unhealthy") =>
      ask(aShop({ TargetHealthDescriptions: [targetsOf("app", ["i-app"], state)] }), shop, 80)
        .traces.flatMap(({ notEvaluated }) => notEvaluated)
        .filter(({ code }) => code === "NOT_EVALUATED_TARGET_HEALTH");
    expect(notes("healthy")).toMatchObject([{ affectsVerdict: false }]);
    const [unhealthy] = notes("unhealthy");
    expect(unhealthy?.message).toContain("every target of shop was unhealthy");
    expect(unhealthy?.affectsVerdict).toBe(false);
  });
});

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

  it("sends addresses its own address for TCP, and the client's for UDP", () => {
    const network = (Protocol: "TCP" | "UDP", CidrIp: string) =>
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
    expect(ask(aShop({ LoadBalancers }), gate, 90).codes).toContain("ENI_SG_RULES_MISMATCH");
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
      expect.stringContaining("on 80: To target i-app on 8080: Security group sg-app"),
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
