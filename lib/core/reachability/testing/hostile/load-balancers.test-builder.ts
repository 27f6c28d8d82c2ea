import type { Resource } from "@/lib/core/network/network";
import type { Resources } from "@/lib/core/network/resources";
import {
  aListener,
  aLoadBalancer,
  aLoadBalancerInterface,
  aTargetGroup,
  loadBalancerArn,
  targetsOf,
} from "@/lib/testing/builders/load-balancers";
import { aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { openVpc, together } from "../../cases/open-vpc.test-builder";
import { addressOf, asks, many, type Shape } from "./shape.test-builder";

const arnOf = (n: number) => loadBalancerArn(`lb-${n}`, "app");

/** Load balancer `n` in subnet `b`, with listeners for the target group of its name. */
function loadBalancer(
  n: number,
  listeners: Resource<"Listeners">[] = [aListener(arnOf(n), `tg-${n}`)],
): Resources {
  return {
    LoadBalancers: [aLoadBalancer({ LoadBalancerName: `lb-${n}` })],
    Listeners: listeners,
    NetworkInterfaces: [
      aLoadBalancerInterface(arnOf(n), {
        NetworkInterfaceId: `eni-lb-${n}`,
        SubnetId: "subnet-1b",
        PrivateIpAddress: `10.1.2.${100 + n}`,
        Groups: [{ GroupId: "sg-1" }],
      }),
    ],
  };
}

const TO_LB = { destination: { loadBalancerArn: arnOf(1) }, port: 80 };
const closed = aSecurityGroup({ GroupId: "sg-closed" });
const CLOSED_B = { b: { eni: { Groups: [{ GroupId: "sg-closed" }] } } };

/** Load balancers with very many listeners or targets, and circles of them. */
export const loadBalancers: Record<string, Shape> = {
  "a load balancer with a hundred thousand targets that nobody has": {
    count: 100_000,
    resources: (count) =>
      together(openVpc(1), loadBalancer(1), {
        TargetGroups: [aTargetGroup("tg-1", { TargetType: "ip" })],
        TargetHealthDescriptions: [targetsOf("tg-1", many(count, addressOf))],
      }),
    questions: [asks("unreachable", TO_LB)],
  },
  "a load balancer with a hundred thousand targets on one closed interface": {
    count: 100_000,
    resources: (count) =>
      together(openVpc(1, CLOSED_B), loadBalancer(1), {
        SecurityGroups: [closed],
        TargetGroups: [aTargetGroup("tg-1", { TargetType: "ip" })],
        TargetHealthDescriptions: [
          {
            ...targetsOf("tg-1", []),
            TargetHealthDescriptions: many(count, (n) => ({
              Target: { Id: "10.1.2.10", Port: 1 + (n % 65_000) },
              TargetHealth: { State: "healthy" as const },
            })),
          },
        ],
      }),
    questions: [asks("unreachable", TO_LB)],
  },
  "a load balancer with a hundred thousand listeners": {
    count: 100_000,
    resources: (count) =>
      together(
        openVpc(1, CLOSED_B),
        loadBalancer(
          1,
          many(count, (n) =>
            aListener(arnOf(1), "tg-1", { Protocol: n % 2 ? "TCP" : "UDP", Port: 1 + (n >> 1) }),
          ),
        ),
        {
          SecurityGroups: [closed],
          TargetGroups: [aTargetGroup("tg-1", { TargetType: "ip" })],
          TargetHealthDescriptions: [targetsOf("tg-1", ["10.1.2.10"])],
        },
      ),
    questions: [asks("unreachable", TO_LB), asks("unreachable", { ...TO_LB, protocol: "tcp" })],
  },
  "a hundred load balancers, each of which sends to all": {
    count: 100,
    resources: (count) =>
      together(openVpc(1), ...many(count, (n) => loadBalancer(n + 1)), {
        TargetGroups: many(count, (n) => aTargetGroup(`tg-${n + 1}`, { TargetType: "alb", Port: 80 })),
        TargetHealthDescriptions: many(count, (n) =>
          targetsOf(
            `tg-${n + 1}`,
            many(count, (to) => arnOf(to + 1)),
          ),
        ),
      }),
    questions: [asks("unknown", TO_LB, "NOT_EVALUATED_TOO_LARGE")],
  },
};
