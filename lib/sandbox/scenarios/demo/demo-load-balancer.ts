import { addInternalLoadBalancer, addListener, addTargetGroup } from "../build/add-load-balancer";
import { addSecurityGroup } from "../build/add-security-group";
import { type Builder, idOf } from "../build/builder";
import type { DemoNetworks } from "./demo-networks";

const HEALTH_CHECK = {
  HealthCheckProtocol: "HTTP" as const,
  HealthCheckPort: "traffic-port",
  HealthCheckEnabled: true,
  HealthCheckIntervalSeconds: 30,
  HealthCheckTimeoutSeconds: 5,
  HealthyThresholdCount: 5,
  UnhealthyThresholdCount: 2,
  HealthCheckPath: "/health",
  Matcher: { HttpCode: "200" },
};

/** The shop's internal front: a function behind one path, an instance that does not answer behind the other. */
export function buildLoadBalancer(builder: Builder, { prod }: DemoNetworks): void {
  const { regionWorld } = builder;
  const group = addSecurityGroup(builder, prod.vpc, {
    name: "shop-internal-alb",
    description: "The shop's internal load balancer",
    ingress: [{ from: { cidr: "10.20.0.0/16" }, ports: 80, description: "Production" }],
    egress: "all",
  });
  const loadBalancer = addInternalLoadBalancer(builder, {
    name: "shop-internal",
    subnets: [prod.privateA, prod.privateB],
    groups: [group],
    tags: { team: "catalog" },
  });
  const instance = regionWorld.instances.find(
    (candidate) => candidate.SubnetId === prod.privateB.subnetId && candidate.State?.Name === "running",
  );
  const web = addTargetGroup(builder, {
    TargetGroupName: "shop-web",
    TargetType: "instance",
    Protocol: "HTTP",
    ProtocolVersion: "HTTP1",
    Port: 8080,
    VpcId: prod.vpc.vpcId,
    ...HEALTH_CHECK,
    targets: [
      {
        Target: { Id: idOf(instance?.InstanceId), Port: 8080 },
        HealthCheckPort: "8080",
        TargetHealth: {
          State: "unhealthy",
          Reason: "Target.Timeout",
          Description: "Request timed out",
        },
      },
    ],
  });
  const catalog = addTargetGroup(builder, {
    TargetGroupName: "catalog-api",
    TargetType: "lambda",
    ...HEALTH_CHECK,
    HealthCheckEnabled: false,
    HealthCheckIntervalSeconds: 35,
    HealthCheckTimeoutSeconds: 30,
    targets: [
      {
        Target: {
          Id: `arn:aws:lambda:${regionWorld.region}:${regionWorld.accountId}:function:catalog-api`,
          AvailabilityZone: "all",
        },
        TargetHealth: {
          State: "unavailable",
          Reason: "Target.HealthCheckDisabled",
          Description: "Health checks are not enabled for this target group",
        },
      },
    ],
  });
  addListener(builder, loadBalancer, {
    port: 80,
    targetGroupArn: web,
    paths: [{ path: "/catalog/*", targetGroupArn: catalog }],
  });
}
