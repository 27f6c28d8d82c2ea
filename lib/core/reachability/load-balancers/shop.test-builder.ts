import { buildNetwork } from "@/lib/core/network/build-network";
import type { Network } from "@/lib/core/network/network";
import type { Resources } from "@/lib/core/network/resources";
import type { CoverageEntry } from "@/lib/core/network/snapshot";
import { aReservation } from "@/lib/testing/builders/destinations";
import {
  aListener,
  aLoadBalancer,
  aLoadBalancerInterface,
  aTargetGroup,
  attributesOf,
  loadBalancerArn,
  targetsOf,
} from "@/lib/testing/builders/load-balancers";
import { aCapture, aSnapshot } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aNetworkInterface,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowDestination, FlowProtocol } from "../flow";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import type { FlowAnswer } from "../trace";

/** The rule that lets TCP in on one port, from a group or a block. */
export function tcpFrom(port: number, from: { sg: string } | { cidr: string }) {
  const peer =
    "sg" in from ? { UserIdGroupPairs: [{ GroupId: from.sg }] } : { IpRanges: [{ CidrIp: from.cidr }] };
  return { IpProtocol: "tcp", FromPort: port, ToPort: port, ...peer };
}

/** A function's subnet, a load balancer's and an application's, all of one VPC and open to each other. */
const place: Resources = {
  Vpcs: [aVpc()],
  VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } }],
  Subnets: [
    aSubnet({ SubnetId: "subnet-fn", CidrBlock: "10.0.1.0/24" }),
    aSubnet({ SubnetId: "subnet-lb", CidrBlock: "10.0.2.0/24" }),
    aSubnet({ SubnetId: "subnet-app", CidrBlock: "10.0.3.0/24" }),
  ],
  RouteTables: [aRouteTable()],
  NetworkAcls: [
    aNetworkAcl({
      Associations: ["subnet-fn", "subnet-lb", "subnet-app"].map((SubnetId) => ({ SubnetId })),
      Entries: [false, true].map((Egress) => ({
        RuleNumber: 100,
        Egress,
        Protocol: "-1",
        RuleAction: "allow" as const,
        CidrBlock: "0.0.0.0/0",
      })),
    }),
  ],
};

export const shopArn = loadBalancerArn("shop", "app");
export const gateArn = loadBalancerArn("gate", "net");

export const groups = {
  fn: aSecurityGroup({ GroupId: "sg-fn" }),
  lb: aSecurityGroup({ GroupId: "sg-lb", IpPermissions: [tcpFrom(80, { sg: "sg-fn" })] }),
  app: aSecurityGroup({ GroupId: "sg-app", IpPermissions: [tcpFrom(8080, { sg: "sg-lb" })] }),
};

export const shopInterface = aLoadBalancerInterface(shopArn, {
  NetworkInterfaceId: "eni-lb",
  SubnetId: "subnet-lb",
  PrivateIpAddress: "10.0.2.10",
  Groups: [{ GroupId: "sg-lb" }],
});

/** A Network Load Balancer's, which has no groups. */
export const gateInterface = aLoadBalancerInterface(gateArn, {
  NetworkInterfaceId: "eni-gate",
  SubnetId: "subnet-lb",
  PrivateIpAddress: "10.0.2.20",
  Groups: [],
});

export const appInterface = aNetworkInterface({
  NetworkInterfaceId: "eni-app",
  SubnetId: "subnet-app",
  PrivateIpAddress: "10.0.3.30",
  Groups: [{ GroupId: "sg-app" }],
  Attachment: { InstanceId: "i-app", DeviceIndex: 0 },
});

/**
 * An Application Load Balancer `shop` in front of one instance, and a Network Load Balancer `gate` in front of it too.
 * Target groups keep clients' addresses as AWS sets it: for instances, not for addresses.
 */
export function aShop(resources: Resources = {}, coverage: CoverageEntry[] = []): Network {
  const all: Resources = {
    ...place,
    SecurityGroups: Object.values(groups),
    NetworkInterfaces: [shopInterface, gateInterface, appInterface],
    Reservations: [aReservation({ InstanceId: "i-app", SubnetId: "subnet-app" })],
    LoadBalancers: [aLoadBalancer(), aLoadBalancer({ LoadBalancerName: "gate", Type: "network" })],
    Listeners: [aListener(shopArn, "app"), aListener(gateArn, "gate", { Protocol: "TCP", Port: 90 })],
    TargetGroups: [aTargetGroup("app"), aTargetGroup("gate", { Protocol: "TCP" })],
    TargetHealthDescriptions: [targetsOf("app", ["i-app"]), targetsOf("gate", ["i-app"])],
    ...resources,
  };
  all.TargetGroupAttributes ??= (all.TargetGroups ?? []).map(({ TargetGroupName = "", TargetType }) =>
    attributesOf(TargetGroupName, TargetType !== "ip"),
  );
  const refused = new Set(coverage.map(({ call }) => call));
  if (refused.has("elbv2.DescribeLoadBalancers")) delete all.LoadBalancers;
  if (refused.has("elbv2.DescribeListeners")) delete all.Listeners;
  if (refused.has("elbv2.DescribeTargetGroups")) delete all.TargetGroups;
  if (refused.has("elbv2.DescribeTargetGroupAttributes")) delete all.TargetGroupAttributes;
  if (refused.has("elbv2.DescribeTargetHealth")) delete all.TargetHealthDescriptions;
  return buildNetwork(aSnapshot([aCapture(all, { coverage })]));
}

export const aFunctionOfTheShop = {
  connection: { subnetIds: ["subnet-fn"], securityGroupIds: ["sg-fn"] },
} as const;

/** The function's question. A matrix of it alone must say the same, or this throws. */
export function ask(
  network: Network,
  destination: FlowDestination,
  port: number,
  protocol: FlowProtocol = "tcp",
): FlowAnswer & { codes: string[]; messages: string[]; gaps: string[] } {
  const answer = evaluateFlow(network, { source: aFunctionOfTheShop, destination, protocol, port });
  const [[cell] = []] = evaluateMatrix(network, [aFunctionOfTheShop], [{ destination, protocol, port }]);
  if (cell !== answer.verdict) throw new Error(`The matrix says ${cell}, the question ${answer.verdict}.`);
  const explanations = answer.traces.flatMap((trace) => trace.explanations);
  return {
    ...answer,
    codes: explanations.map(({ code }) => code),
    messages: explanations.map(({ message }) => message),
    gaps: answer.traces.flatMap((trace) =>
      trace.notEvaluated.filter(({ affectsVerdict }) => affectsVerdict).map(({ message }) => message),
    ),
  };
}
