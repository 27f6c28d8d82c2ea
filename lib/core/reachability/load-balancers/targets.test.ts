import { describe, expect, it } from "vitest";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aListener, aTargetGroup, targetsOf } from "@/lib/testing/builders/load-balancers";
import { deniedCalls } from "@/lib/testing/builders/snapshot";
import { aShop, ask, gateArn, groups, shopArn, tcpFrom } from "./shop.test-builder";

const shop = { loadBalancerArn: shopArn };
const gate = { loadBalancerArn: gateArn };

describe("the way from a load balancer to its targets", () => {
  const closed = { ...groups.app, IpPermissions: [] };

  it("stops a question where every target is certainly blocked, and names the target", () => {
    const answer = ask(aShop({ SecurityGroups: [groups.fn, groups.lb, closed] }), shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["SG_HAS_NO_RULES"] });
    expect(answer.messages).toEqual([
      "The target i-app on 8080 is not reached: security group sg-app of eni-app has no inbound rules.",
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
      expect.stringMatching(
        /^The target i-app on 8080 is not reached: security group sg-lb of eni-lb has no outbound rule/,
      ),
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
    for (const Type of ["redirect", "fixed-response"] as const) {
      const answers = aShop({ Listeners: [aListener(shopArn, "app", { DefaultActions: [{ Type }] })] });
      expect(ask(answers, shop, 80).verdict).toBe("reachable");
    }
    const lambda = aShop({
      TargetGroups: [aTargetGroup("app", { TargetType: "lambda", Port: undefined, VpcId: undefined })],
      TargetHealthDescriptions: [targetsOf("app", ["arn:aws:lambda:eu-west-1:111122223333:function:shop"])],
    });
    expect(ask(lambda, shop, 80).verdict).toBe("reachable");
  });

  it("takes the one group that there is, whatever its weight", () => {
    const TargetGroups = [{ TargetGroupArn: aTargetGroup("app").TargetGroupArn, Weight: 0 }];
    const DefaultActions = [{ Type: "forward" as const, ForwardConfig: { TargetGroups } }];
    expect(ask(aShop({ Listeners: [aListener(shopArn, "app", { DefaultActions })] }), shop, 80).verdict).toBe(
      "reachable",
    );
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

describe("very many", () => {
  const closed = { ...groups.app, IpPermissions: [] };

  it("targets that stop a question are told of up to a thousand", () => {
    const ports = Array.from({ length: 1_200 }, (_, n) => n + 1);
    const network = aShop({
      TargetGroups: [aTargetGroup("app", { TargetType: "ip" })],
      TargetHealthDescriptions: [
        {
          ...targetsOf("app", []),
          TargetHealthDescriptions: ports.map((Port) => ({ Target: { Id: "10.0.9.1", Port } })),
        },
      ],
    });
    const answer = ask(network, shop, 80);
    expect(answer.verdict).toBe("unreachable");
    expect(answer.messages).toHaveLength(1_000);
  });

  it("listeners each let through what is theirs", () => {
    const ports = Array.from({ length: 100 }, (_, n) => 80 + 2 * n);
    const network = aShop({
      SecurityGroups: [
        groups.fn,
        { ...groups.lb, IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-fn" }] }] },
        closed,
      ],
      Listeners: ports.map((Port) =>
        aListener(shopArn, "app", { Port, ...(Port === 90 && { DefaultActions: [{ Type: "redirect" }] }) }),
      ),
    });
    expect(ask(network, shop, 90).verdict).toBe("reachable");
    expect(ask(network, shop, 92)).toMatchObject({ verdict: "unreachable", codes: ["SG_HAS_NO_RULES"] });
    expect(ask(network, shop, 91)).toMatchObject({
      verdict: "unreachable",
      codes: ["ELBV2_LISTENERS_MISMATCH"],
    });
  });
});
