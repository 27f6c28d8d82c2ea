import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import {
  aListener,
  aLoadBalancer,
  aTargetGroup,
  targetGroupArn,
} from "@/lib/testing/builders/load-balancers";
import { aRoute, aRouteTable } from "@/lib/testing/builders/vpc-resources";
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

describe("a load balancer that a recording tells little of", () => {
  it("is somewhere unknown where none of its interfaces was read", () => {
    const answer = ask(aShop({ NetworkInterfaces: [gateInterface, appInterface] }), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("none of its interfaces or subnets is known")]);
  });

  it("is called by its ARN where its name is not told", () => {
    const LoadBalancers = [{ ...aLoadBalancer(), LoadBalancerName: undefined }];
    const answer = ask(aShop({ LoadBalancers, Listeners: [] }), shop, 80);
    expect(answer.messages).toContain(`The load balancer ${shopArn} has no listeners.`);
  });

  it("is not known by an interface of its type without a description", () => {
    const nameless = {
      ...shopInterface,
      InterfaceType: "network_load_balancer" as const,
      Description: undefined,
    };
    const answer = ask(aShop({ NetworkInterfaces: [nameless] }), { networkInterfaceId: "eni-lb" }, 80);
    expect(answer.gaps).toEqual([
      "What a load balancer (eni-lb) listens on is not known: no load balancer read has this interface.",
    ]);
  });

  it("is filtered by groups that are not known where an Application Load Balancer tells of none", () => {
    const NetworkInterfaces = [{ ...shopInterface, Groups: [] }, appInterface];
    const answer = ask(aShop({ NetworkInterfaces }), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toContain("The security groups of eni-lb are not known.");
  });

  it("is unfiltered by its description alone where a Network Load Balancer tells of no groups", () => {
    const NetworkInterfaces = [{ ...gateInterface, InterfaceType: undefined }, appInterface];
    const SecurityGroups = [
      groups.fn,
      { ...groups.app, IpPermissions: [tcpFrom(8080, { cidr: "10.0.1.0/24" })] },
    ];
    expect(ask(aShop({ NetworkInterfaces, SecurityGroups }), gate, 90).verdict).toBe("reachable");
  });
});

describe("a listener that a recording tells little of", () => {
  it.each([
    ["its port", { Port: undefined, Protocol: undefined }],
    ["what AWS may add to the protocols it knows", { Protocol: "GENEVE" as "HTTP", Port: 81 }],
  ])("may take anything: %s", (_, own) => {
    const odd = { ...aListener(shopArn, "app"), ListenerArn: `${shopArn}/odd`, ...own };
    const lb = { ...groups.lb, IpPermissions: [tcpFrom(81, { sg: "sg-fn" })] };
    const answer = ask(
      aShop({ Listeners: [aListener(shopArn, "app"), odd], SecurityGroups: [groups.fn, lb, groups.app] }),
      shop,
      81,
    );
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining(`what ${shopArn}/odd takes is not known`)]);
  });

  it("is nobody's where its load balancer is not told", () => {
    const nobodys = { ...aListener(shopArn, "app"), LoadBalancerArn: undefined };
    expect(ask(aShop({ Listeners: [nobodys] }), shop, 80).messages).toContain(
      "The load balancer shop has no listeners.",
    );
  });

  it.each([
    ["no action", undefined, "tells no target group of"],
    ["an action that names none", "", "tells no target group of"],
    ["a group that no answer names", "gone", "the kind of targets of gone: no answer names it"],
  ])("sends on to somewhere unknown with %s", (_, group, gap) => {
    const TargetGroupArn = group === "" ? undefined : targetGroupArn(group ?? "");
    const DefaultActions = group === undefined ? undefined : [{ Type: "forward" as const, TargetGroupArn }];
    const listener = { ...aListener(shopArn, "app"), DefaultActions };
    const answer = ask(aShop({ Listeners: [listener] }), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining(gap)]);
  });

  it("sends on to a group whose targets no answer names, which is not known to be empty", () => {
    const answer = ask(aShop({ TargetHealthDescriptions: [] }), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("the targets of app: no answer names it")]);
  });

  it.each([
    ["id", { Id: undefined }, undefined],
    ["port", { Id: "i-app" }, { Port: undefined }],
  ])("sends on to a target whose %s is not known", (_, Target, group) => {
    const answer = ask(
      aShop({
        TargetGroups: [{ ...aTargetGroup("app"), ...group }],
        TargetHealthDescriptions: [
          { TargetGroupArn: targetGroupArn("app"), TargetHealthDescriptions: [{ Target }] },
        ],
      }),
      shop,
      80,
    );
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("a target or its port in app")]);
  });
});

describe("a load balancer by its ARN, from outside every VPC", () => {
  const open = (scheme: "public" | "private") =>
    aShop({
      SecurityGroups: [
        groups.fn,
        { ...groups.lb, IpPermissions: [tcpFrom(80, { cidr: "0.0.0.0/0" })] },
        groups.app,
      ],
      InternetGateways: [anInternetGateway()],
      RouteTables: [
        aRouteTable({
          Routes: [aRoute(), aRoute({ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" })],
        }),
      ],
      NetworkInterfaces: [
        { ...shopInterface, ...(scheme === "public" && { Association: { PublicIp: "198.51.100.7" } }) },
        appInterface,
      ],
      Functions: [aFunction({ VpcConfig: undefined })],
      VpcBlockPublicAccessOptions: [],
      VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: false } }],
    });

  it.each([
    ["reachable", "public"],
    ["unreachable", "private"],
  ] as const)("is %s at %s addresses, and who asks resolves its name elsewhere", (verdict, scheme) => {
    const flow = {
      source: { cidr: "203.0.113.9/32" },
      destination: shop,
      protocol: "tcp",
      port: 80,
    } as const;
    expect(evaluateFlow(open(scheme), flow).verdict).toBe(verdict);
    const fromFunction = { ...flow, source: { functionName: "orders" } };
    expect(evaluateFlow(open(scheme), fromFunction).verdict).toBe(verdict);
  });
});
