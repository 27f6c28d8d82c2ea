import type { Resource } from "@/lib/core/network/network";
import { add, type VpcDraft, type World } from "../draft";
import { draftInterface, nextPublicAddress } from "../interfaces";

type TargetType = NonNullable<Resource<"TargetGroups">["TargetType"]>;

/** Application and Network Load Balancers with interfaces at hosts 70 and 71, their listeners and targets. */
export function addLoadBalancers(world: World): void {
  const { random } = world;
  for (const vpc of world.vpcs) {
    if (random.chance(0.4)) addLoadBalancer(world, vpc, "application");
    if (random.chance(0.4)) addLoadBalancer(world, vpc, "network");
  }
}

function addLoadBalancer(world: World, vpc: VpcDraft, Type: "application" | "network"): void {
  const { random } = world;
  const LoadBalancerName = `lb-${vpc.index}`;
  const path = `${Type === "network" ? "net" : "app"}/${LoadBalancerName}/50dc6c495c0c918${vpc.index}`;
  const arn = `arn:aws:elasticloadbalancing:${vpc.place.region}:${vpc.place.accountId}:loadbalancer/${path}`;
  const isPublic = random.chance(0.3);
  const groups = addInterfaces(world, vpc, Type, { path, isPublic });
  add(vpc.place, "LoadBalancers", {
    LoadBalancerArn: arn,
    LoadBalancerName,
    Type,
    Scheme: isPublic ? "internet-facing" : "internal",
    VpcId: vpc.id,
    SecurityGroups: groups,
    State: { Code: random.weighted(["active", 20], ["provisioning", 1], ["failed", 1]) },
  });
  const protocols =
    Type === "application" ? (["HTTP", "HTTPS"] as const) : (["TCP", "TLS", "TCP_UDP", "UDP"] as const);
  for (const Port of random.chance(0.2) ? [443, 5432] : [random.weighted([443, 5], [5432, 1])])
    addListener(world, vpc, arn, { Port, Protocol: random.pick([...protocols]) });
  vpc.loadBalancerArns.push(arn);
}

/** Gives its groups: a Network Load Balancer may have none, and some interfaces do not show them. */
function addInterfaces(
  world: World,
  vpc: VpcDraft,
  Type: "application" | "network",
  { path, isPublic }: { path: string; isPublic: boolean },
): string[] {
  const { random } = world;
  const isNetwork = Type === "network";
  const host = isNetwork ? 71 : 70;
  const made = vpc.subnets
    .filter((_, index) => index === 0 || random.chance(0.4))
    .map((subnet) => draftInterface(world, vpc, subnet, host));
  const [{ Groups = [] } = {}] = made;
  const own = isNetwork && random.chance(0.4) ? [] : Groups;
  const shown = random.chance(0.1) ? [] : own;
  for (const one of made)
    add(vpc.place, "NetworkInterfaces", {
      ...one,
      ...(isPublic && random.chance(0.9) ? { Association: { PublicIp: nextPublicAddress(world) } } : {}),
      Groups: shown,
      Status: "in-use",
      InterfaceType: isNetwork ? "network_load_balancer" : "interface",
      Description: `ELB ${path}`,
    });
  return own.map(({ GroupId = "" }) => GroupId);
}

interface Taken {
  Port: number;
  Protocol: NonNullable<Resource<"Listeners">["Protocol"]>;
}

function addListener(world: World, vpc: VpcDraft, LoadBalancerArn: string, { Port, Protocol }: Taken): void {
  const { random } = world;
  const isNetwork = LoadBalancerArn.includes("/net/");
  const targets = LoadBalancerArn.replace(":loadbalancer/", ":targetgroup/");
  const arns = [`${targets}/${Port}-a`, ...(random.chance(0.15) ? [`${targets}/${Port}-b`] : [])];
  const isAnswered = !isNetwork && random.chance(0.1);
  add(vpc.place, "Listeners", {
    ListenerArn: `${LoadBalancerArn.replace(":loadbalancer/", ":listener/")}/${Port}`,
    LoadBalancerArn,
    Port,
    Protocol,
    DefaultActions: [
      isAnswered
        ? { Type: "redirect" }
        : arns.length === 1
          ? { Type: "forward", TargetGroupArn: arns[0] }
          : {
              Type: "forward",
              ForwardConfig: {
                TargetGroups: arns.map((TargetGroupArn, index) => ({
                  TargetGroupArn,
                  Weight: index === 1 && random.chance(0.5) ? 0 : 1,
                })),
              },
            },
    ],
  });
  const own = Protocol === "TLS" && random.chance(0.5) ? "TCP" : Protocol;
  for (const arn of arns) addTargetGroup(world, vpc, { arn, isNetwork, Protocol: own });
}

interface Group {
  arn: string;
  isNetwork: boolean;
  Protocol: Taken["Protocol"];
}

function addTargetGroup(world: World, vpc: VpcDraft, { arn, isNetwork, Protocol }: Group): void {
  const { random } = world;
  const TargetType: TargetType = random.weighted(
    ["instance", 5],
    ["ip", 4],
    [isNetwork ? "alb" : "lambda", 1],
  );
  add(vpc.place, "TargetGroups", {
    TargetGroupArn: arn,
    TargetGroupName: arn.split("/")[1],
    TargetType,
    Protocol,
    ...(TargetType === "lambda" ? {} : { Port: random.pick([443, 8080, 5432]) }),
    VpcId: vpc.id,
  });
  if (isNetwork && (Protocol === "TCP" || Protocol === "TLS") && random.chance(0.9))
    add(vpc.place, "TargetGroupAttributes", {
      TargetGroupArn: arn,
      Attributes: [
        { Key: "stickiness.enabled", Value: "false" },
        ...(random.chance(0.95)
          ? [{ Key: "preserve_client_ip.enabled", Value: String(random.chance(0.5)) }]
          : []),
      ],
    });
  const count = random.weighted([1, 4], [2, 3], [0, 1]);
  const ids = [...new Set(Array.from({ length: count }, () => targetId(world, vpc, TargetType)))];
  add(vpc.place, "TargetHealthDescriptions", {
    TargetGroupArn: arn,
    TargetHealthDescriptions: ids.map((Id) => ({
      Target: { Id, ...(random.chance(0.2) ? { Port: 443 } : {}) },
      TargetHealth: { State: random.weighted(["healthy", 3], ["unhealthy", 1]) },
    })),
  });
}

function targetId(world: World, vpc: VpcDraft, type: TargetType): string {
  const { random, vpcs } = world;
  const subnet = random.maybe(vpc.subnets);
  const arn = vpc.loadBalancerArns.find((one) => one.includes("/app/"));
  if (type === "lambda") return `arn:aws:lambda:${vpc.place.region}:${vpc.place.accountId}:function:orders`;
  if (type === "alb") return arn ?? "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/gone/1";
  if (type === "instance") return random.weighted([`i-${subnet?.id ?? ""}-10`, 12], ["i-gone", 1]);
  const other = random.chance(0.25) ? (random.maybe(vpcs) ?? vpc) : vpc;
  const prefix = random.maybe(other.subnets)?.prefix ?? "10.0.0.";
  return `${prefix}${random.weighted([10, 12], [70, 2], [71, 1], [77, 1])}`;
}
