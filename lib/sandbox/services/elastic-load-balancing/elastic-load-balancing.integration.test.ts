import {
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeTargetGroups,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let elb: ElasticLoadBalancingV2Client;
let LoadBalancerArn = "";
let ListenerArn = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  elb = new ElasticLoadBalancingV2Client(sandbox.clientConfig());
  const demo = sandbox.regionWorld().loadBalancing;
  LoadBalancerArn = demo.loadBalancers[0]?.LoadBalancerArn ?? "";
  ListenerArn = demo.listeners[0]?.ListenerArn ?? "";
});
afterAll(() => sandbox.close());

const UNKNOWN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/none/0000000000000000";

describe("Elastic Load Balancing, through the real SDK", () => {
  it("gives load balancers by name and ARN, as the world has them", async () => {
    const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({ Names: ["shop-internal"] }));
    expect(LoadBalancers).toEqual(sandbox.regionWorld().loadBalancing.loadBalancers);
    expect(LoadBalancers?.[0]).toMatchObject({
      Scheme: "internal",
      Type: "application",
      State: { Code: "active" },
    });
    const byArn = new DescribeLoadBalancersCommand({ LoadBalancerArns: [LoadBalancerArn] });
    expect((await elb.send(byArn)).LoadBalancers).toEqual(LoadBalancers);
    const enis = sandbox
      .regionWorld()
      .networkInterfaces.filter((eni) => eni.Description?.startsWith("ELB app/shop"));
    expect(enis.map((eni) => eni.SubnetId)).toEqual(
      LoadBalancers?.[0]?.AvailabilityZones?.map((zone) => zone.SubnetId),
    );
  });

  it("leads from the listener over its rules to the targets", async () => {
    const { Listeners } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn }));
    expect(Listeners).toMatchObject([{ Port: 80, Protocol: "HTTP", DefaultActions: [{ Type: "forward" }] }]);
    const { Rules } = await elb.send(new DescribeRulesCommand({ ListenerArn }));
    expect(Rules?.map((rule) => [rule.Priority, rule.IsDefault])).toEqual([
      ["1", false],
      ["default", true],
    ]);
    const TargetGroupArn = Rules?.[0]?.Actions?.[0]?.TargetGroupArn;
    const byArn = new DescribeTargetGroupsCommand({ TargetGroupArns: [TargetGroupArn ?? ""] });
    expect((await elb.send(byArn)).TargetGroups).toMatchObject([
      { TargetGroupName: "catalog-api", TargetType: "lambda", LoadBalancerArns: [LoadBalancerArn] },
    ]);
    const health = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
    expect(health.TargetHealthDescriptions).toMatchObject([
      {
        Target: { Id: "arn:aws:lambda:eu-west-1:123456789012:function:catalog-api" },
        TargetHealth: { State: "unavailable", Reason: "Target.HealthCheckDisabled" },
      },
    ]);
  });

  it("says of a target that nobody registered that it is unused", async () => {
    const { TargetGroups } = await elb.send(new DescribeTargetGroupsCommand({ Names: ["shop-web"] }));
    const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn;
    const known = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
    const Targets = [
      ...(known.TargetHealthDescriptions ?? []).map(({ Target }) => ({ Id: Target?.Id })),
      { Id: "i-none" },
    ];
    const { TargetHealthDescriptions } = await elb.send(
      new DescribeTargetHealthCommand({ TargetGroupArn, Targets }),
    );
    expect(TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.Reason)).toEqual([
      "Target.Timeout",
      "Target.NotRegistered",
    ]);
  });

  it("pages", async () => {
    const names: (string | undefined)[] = [];
    for await (const page of paginateDescribeTargetGroups(
      { client: elb, pageSize: 1 },
      { LoadBalancerArn },
    )) {
      names.push(...(page.TargetGroups ?? []).map((group) => group.TargetGroupName));
    }
    expect(names).toEqual(["shop-web", "catalog-api"]);
    await expect(elb.send(new DescribeTargetGroupsCommand({ PageSize: 401 }))).rejects.toMatchObject({
      name: "ValidationError",
    });
  });

  it("gives tags and attributes, defaults included", async () => {
    const tags = await elb.send(new DescribeTagsCommand({ ResourceArns: [LoadBalancerArn, ListenerArn] }));
    expect(tags.TagDescriptions).toEqual([
      { ResourceArn: LoadBalancerArn, Tags: [{ Key: "team", Value: "catalog" }] },
      { ResourceArn: ListenerArn, Tags: [] },
    ]);
    const ofBalancer = await elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }));
    expect(ofBalancer.Attributes).toContainEqual({ Key: "idle_timeout.timeout_seconds", Value: "60" });
    const { TargetGroups } = await elb.send(
      new DescribeTargetGroupsCommand({ Names: ["shop-web", "catalog-api"] }),
    );
    const attributesOf = async (index: number) => {
      const TargetGroupArn = TargetGroups?.[index]?.TargetGroupArn;
      return (await elb.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }))).Attributes;
    };
    expect(await attributesOf(0)).toContainEqual({
      Key: "deregistration_delay.timeout_seconds",
      Value: "300",
    });
    expect(await attributesOf(1)).toEqual([{ Key: "lambda.multi_value_headers.enabled", Value: "false" }]);
  });

  it("names the names that are of no load balancer, and no ARNs", async () => {
    await expect(
      elb.send(new DescribeLoadBalancersCommand({ Names: ["none", "nor"] })),
    ).rejects.toMatchObject({
      message: "Load balancers '[none, nor]' not found",
    });
    await expect(
      elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [UNKNOWN] })),
    ).rejects.toMatchObject({ message: "One or more load balancers not found" });
  });

  it.each([
    [
      "a load balancer",
      () => elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [UNKNOWN] })),
      "LoadBalancerNotFoundException",
    ],
    [
      "a name",
      () => elb.send(new DescribeLoadBalancersCommand({ Names: ["none"] })),
      "LoadBalancerNotFoundException",
    ],
    [
      "its listeners",
      () => elb.send(new DescribeListenersCommand({ LoadBalancerArn: UNKNOWN })),
      "LoadBalancerNotFoundException",
    ],
    ["no listener", () => elb.send(new DescribeListenersCommand({})), "ValidationError"],
    [
      "a listener",
      () => elb.send(new DescribeListenersCommand({ ListenerArns: [UNKNOWN] })),
      "ListenerNotFoundException",
    ],
    ["a rule", () => elb.send(new DescribeRulesCommand({ RuleArns: [UNKNOWN] })), "RuleNotFoundException"],
    ["no rule", () => elb.send(new DescribeRulesCommand({})), "ValidationError"],
    [
      "a target group",
      () => elb.send(new DescribeTargetGroupsCommand({ Names: ["none"] })),
      "TargetGroupNotFoundException",
    ],
    [
      "its health",
      () => elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: UNKNOWN })),
      "TargetGroupNotFoundException",
    ],
    [
      "its attributes",
      () => elb.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn: UNKNOWN })),
      "TargetGroupNotFoundException",
    ],
    [
      "attributes",
      () => elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: UNKNOWN })),
      "LoadBalancerNotFoundException",
    ],
    [
      "tags",
      () => elb.send(new DescribeTagsCommand({ ResourceArns: [UNKNOWN] })),
      "LoadBalancerNotFoundException",
    ],
  ])("knows no such thing: %s", async (_what, send, name) => {
    await expect(send()).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    });
  });
});
