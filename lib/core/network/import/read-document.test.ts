import { describe, expect, it } from "vitest";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";
import { at, capturedAt, codes, importOf, only } from "./import.test-builder";

describe("what Mooring reads of load balancers, stores and a region's switches", () => {
  it("is kept under the keys of the answers", () => {
    const arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/1";
    const result = importOf(
      {
        path: at("elbv2.DescribeLoadBalancers"),
        content: { LoadBalancers: [{ LoadBalancerArn: "arn:lb" }] },
      },
      { path: at("elbv2.DescribeListeners"), content: { Listeners: [{ ListenerArn: "arn:listener" }] } },
      { path: at("elbv2.DescribeTargetGroups"), content: { TargetGroups: [{ TargetGroupArn: arn }] } },
      {
        path: at("elbv2.DescribeTargetHealth"),
        content: {
          TargetHealthDescriptions: [
            { TargetGroupArn: arn, TargetHealthDescriptions: [{ HealthCheckPort: "80" }] },
          ],
        },
      },
      {
        path: at("elbv2.DescribeTargetGroupAttributes"),
        content: {
          TargetGroupAttributes: [
            { TargetGroupArn: arn, Attributes: [{ Key: "preserve_client_ip.enabled", Value: "true" }] },
          ],
        },
      },
      {
        path: at("elasticache.DescribeReplicationGroups"),
        content: { ReplicationGroups: [{ ReplicationGroupId: "cache" }] },
      },
      { path: at("rds.DescribeDBClusters"), content: { DBClusters: [{ DBClusterIdentifier: "db" }] } },
      {
        path: at("DescribeVpcBlockPublicAccessOptions"),
        content: { VpcBlockPublicAccessOptions: { AwsAccountId: "111122223333", AwsRegion: "eu-west-1" } },
      },
      {
        path: at("DescribeSecurityGroupVpcAssociations"),
        content: { SecurityGroupVpcAssociations: [{ GroupId: "sg-1", VpcId: "vpc-1" }] },
      },
    );
    expect(codes(result)).toEqual([]);
    const network = buildNetwork(result);
    expect([...network.loadBalancers.keys(), ...network.listeners.keys()]).toEqual([
      "arn:lb",
      "arn:listener",
    ]);
    expect(network.targetHealthDescriptions.get(arn)?.resource.TargetHealthDescriptions).toHaveLength(1);
    expect(network.targetGroupAttributes.get(arn)?.resource.Attributes).toHaveLength(1);
    expect([...network.replicationGroups.keys(), ...network.dbClusters.keys()]).toEqual(["cache", "db"]);
    expect(network.vpcBlockPublicAccessOptions.has("111122223333 eu-west-1")).toBe(true);
    expect(network.securityGroupVpcAssociations.has("sg-1 vpc-1")).toBe(true);
  });
});

describe("answers that take an id", () => {
  it("are of target groups only where the call says so: load balancers have attributes too", () => {
    const told = (call: string) => importOf({ path: at(call), content: { Attributes: [{ Key: "a" }] } });
    expect(codes(told("elbv2.DescribeLoadBalancerAttributes"))).toEqual(["unknown-key"]);
    expect(codes(told("elbv2.DescribeTargetGroupAttributes"))).toEqual(["missing-subject"]);
  });

  it("are of one type only where every search for them was", () => {
    const search = (filter: string, Type: string) => ({
      path: at(`SearchTransitGatewayRoutes__tgw-rtb-1${filter}`),
      content: { Routes: [{ Type }] },
    });
    const onlyTypeOf = (...searches: ReturnType<typeof search>[]) =>
      buildNetwork(importOf(...searches)).transitGatewayRoutes.get("tgw-rtb-1")?.resource.OnlyType;
    const ofStatic = search("__type-static", "static");
    expect(onlyTypeOf(ofStatic)).toBe("static");
    expect(onlyTypeOf(ofStatic, search("__type-propagated", "propagated"))).toBeUndefined();
    expect(onlyTypeOf(search("__state-active", "static"))).toBeUndefined();
    expect(onlyTypeOf(search("", "static"))).toBeUndefined();
  });

  it("take it from the file's name", () => {
    const result = importOf(
      {
        path: at("SearchTransitGatewayRoutes__tgw-rtb-1__type-static"),
        content: { Routes: [{ Type: "static" }] },
      },
      { path: at("GetTransitGatewayRouteTableAssociations__tgw-rtb-1"), content: { Associations: [{}] } },
      {
        path: at("GetTransitGatewayRouteTablePropagations__tgw-rtb-1"),
        content: { TransitGatewayRouteTablePropagations: [{}, {}] },
      },
      { path: at("GetManagedPrefixListEntries__pl-1"), content: { Entries: [{ Cidr: "10.0.0.0/8" }] } },
      { path: at("GetManagedPrefixListEntries__pl-2"), content: { Entries: null } },
      {
        path: at("DescribeVpcAttribute__vpc-1__enableDnsSupport"),
        content: { EnableDnsSupport: { Value: true } },
      },
    );
    const { resources } = only(result);
    expect(resources.TransitGatewayRoutes).toEqual([
      { TransitGatewayRouteTableId: "tgw-rtb-1", Routes: [{ Type: "static" }], OnlyType: "static" },
    ]);
    expect(resources.TransitGatewayRouteTableAssociations?.[0]?.Associations).toHaveLength(1);
    expect(
      resources.TransitGatewayRouteTablePropagations?.[0]?.TransitGatewayRouteTablePropagations,
    ).toHaveLength(2);
    expect(resources.ManagedPrefixListEntries?.map(({ Entries }) => Entries.length)).toEqual([1, 0]);
    expect(resources.VpcAttributes).toEqual([{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }]);
    expect(result.counts).toMatchObject({ Routes: 1, Associations: 1, Entries: 1, EnableDnsSupport: 1 });
    expect(codes(result)).toEqual(["null-list"]);
  });

  it("take it from lists of answers, as Batfish's recorder names them", () => {
    const result = importOf(
      {
        path: at("TransitGatewayPropagations"),
        content: {
          TransitGatewayPropagations: [
            { TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayRouteTablePropagations: [{}] },
            "odd",
          ],
        },
      },
      {
        path: at("TransitGatewayStaticRoutes"),
        content: {
          TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: "tgw-rtb-1", Routes: [{}] }],
        },
      },
      {
        path: at("LoadBalancerTargetHealth"),
        content: { LoadBalancerTargetHealth: [{ TargetGroupArn: "arn:1", TargetHealthDescriptions: [] }] },
      },
      {
        path: at("LoadBalancerListeners"),
        content: {
          LoadBalancerListeners: [
            { LoadBalancerArn: "arn:2", Listeners: [{ ListenerArn: "arn:3" }, { ListenerArn: "arn:4" }] },
            { LoadBalancerArn: "arn:5" },
          ],
        },
      },
    );
    const { resources, coverage } = only(result);
    expect(codes(result)).toEqual(["not-an-object"]);
    expect(resources.TransitGatewayRouteTablePropagations?.[0]?.TransitGatewayRouteTablePropagations).toEqual(
      [{}],
    );
    expect(resources.TransitGatewayRoutes).toEqual([
      { TransitGatewayRouteTableId: "tgw-rtb-1", Routes: [{}], OnlyType: "static" },
    ]);
    expect(resources.TargetHealthDescriptions).toHaveLength(1);
    expect(resources.Listeners?.map(({ ListenerArn }) => ListenerArn)).toEqual(["arn:3", "arn:4"]);
    expect(coverage.filter(({ status }) => status === "ok").map(({ call }) => call)).toEqual([
      "SearchTransitGatewayRoutes",
      "GetTransitGatewayRouteTablePropagations",
      "elbv2.DescribeListeners",
      "elbv2.DescribeTargetHealth",
    ]);
  });

  it("are cut short where one of a list of searches is, and are kept apart where they are no list", () => {
    const cut = { TransitGatewayRouteTableId: "tgw-rtb-1", Routes: [], AdditionalRoutesAvailable: true };
    const result = importOf(
      { path: at("a"), content: { TransitGatewayStaticRoutes: [cut] } },
      { path: at("b"), content: { LoadBalancerListeners: null } },
    );
    expect(codes(result)).toEqual(["unknown-key", "missing-page"]);
    const search = only(result).coverage.find(({ call }) => call === "SearchTransitGatewayRoutes");
    expect(search?.status).toBe("failed");
  });

  it("take it from the answer where it is there", () => {
    const result = importOf(
      { path: at("a"), content: { VpcId: "vpc-1", EnableDnsHostnames: { Value: false } } },
      { path: at("b"), content: { PrefixListId: "pl-1", Entries: [] } },
    );
    const { resources } = only(result);
    expect(codes(result)).toEqual([]);
    expect(resources.VpcAttributes).toEqual([{ VpcId: "vpc-1", EnableDnsHostnames: { Value: false } }]);
    expect(resources.ManagedPrefixListEntries).toEqual([{ PrefixListId: "pl-1", Entries: [] }]);
  });

  it("are kept as they are where every item names its subject", () => {
    const propagations = [
      { TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayRouteTablePropagations: [] },
    ];
    const { resources } = only(
      importOf({ path: at("a"), content: { TransitGatewayRouteTablePropagations: propagations } }),
    );
    expect(resources.TransitGatewayRouteTablePropagations).toEqual(propagations);
  });

  it("are kept, counted and named where nothing says what they are about", () => {
    const result = importOf(
      { path: at("GetManagedPrefixListEntries"), content: { Entries: [{ Cidr: "10.0.0.0/8" }] } },
      { path: at("SearchTransitGatewayRoutes__pl-1"), content: { Routes: [] } },
      { path: at("DescribeVpcAttribute"), content: { EnableDnsSupport: { Value: true } } },
    );
    expect(codes(result)).toEqual(["missing-subject", "missing-subject", "missing-subject"]);
    expect(result.counts).toEqual({ Entries: 1, Routes: 0, EnableDnsSupport: 1 });
    expect(Object.keys(only(result).unknown)).toHaveLength(3);
  });
});

describe("prefix lists", () => {
  const managed = { PrefixListId: "pl-1", PrefixListArn: "arn:aws:ec2:eu-west-1:1:prefix-list/pl-1" };
  const ofService = { PrefixListId: "pl-2", PrefixListName: "com.amazonaws.eu-west-1.s3", Cidrs: [] };

  it.each([
    ["the call", at("DescribeManagedPrefixLists"), [ofService], "ManagedPrefixLists"],
    ["the call", at("DescribePrefixLists"), [managed], "PrefixLists"],
    ["the items", at("lists"), [managed], "ManagedPrefixLists"],
    ["the items", at("lists"), [{ PrefixListId: "pl-3", OwnerId: "AWS" }], "ManagedPrefixLists"],
    ["the items", at("lists"), [ofService, null], "PrefixLists"],
    ["nothing", at("lists"), null, "PrefixLists"],
  ])("are told apart by %s in %s", (_by, path, PrefixLists, key) => {
    expect(Object.keys(only(importOf({ path, content: { PrefixLists } })).resources)).toEqual([key]);
  });

  it("may carry their entries", () => {
    const { resources } = only(
      importOf({
        path: at("a"),
        content: { ManagedPrefixLists: [{ ...managed, Entries: [{ Cidr: "10.0.0.0/8" }] }, managed] },
      }),
    );
    expect(resources.ManagedPrefixLists).toHaveLength(2);
    expect(resources.ManagedPrefixListEntries).toEqual([
      { PrefixListId: "pl-1", Entries: [{ Cidr: "10.0.0.0/8" }] },
    ]);
  });
});

describe("single functions", () => {
  const configuration = aFunction({ State: "Active", LastUpdateStatus: "Successful", VpcConfig: undefined });

  it("as GetFunction prints them give the state, and the function where no list does", () => {
    const result = importOf({
      path: at("GetFunction__orders"),
      content: { Configuration: configuration, Tags: {} },
    });
    const { resources } = only(result);
    expect(result.counts).toEqual({ Configuration: 1, Tags: 1 });
    expect(resources.Functions).toHaveLength(1);
    expect(resources.FunctionStates).toEqual([
      {
        FunctionName: "orders",
        FunctionArn: functionArn("orders"),
        State: "Active",
        LastUpdateStatus: "Successful",
        ReadAt: capturedAt,
      },
    ]);
    expect(buildNetwork(result).functionStates.get(functionArn("orders"))?.resource.State).toBe("Active");
  });

  it("as GetFunctionConfiguration prints them add to a list without repeating it", () => {
    const result = importOf(
      { path: at("GetFunctionConfiguration__orders"), content: JSON.stringify(configuration) },
      { path: at("ListFunctions"), content: { Functions: [aFunction()], FunctionStates: [] } },
      {
        path: "z/111122223333/eu-west-1/x.json",
        content: { Configuration: aFunction({ FunctionName: "b" }) },
      },
    );
    const { resources, coverage } = only(result);
    expect(result.counts).toEqual({ Functions: 2, FunctionStates: 0, Configuration: 1 });
    expect(resources.Functions?.map(({ FunctionName }) => FunctionName)).toEqual(["orders", "b"]);
    expect(resources.FunctionStates).toHaveLength(2);
    expect(coverage.find(({ call }) => call === "GetFunction")?.status).toBe("ok");
    expect(result.warnings).toEqual([]);
  });

  it("are unknown where a key called Configuration holds something else", () => {
    expect(codes(importOf({ path: at("a"), content: { Configuration: { a: 1 } } }))).toEqual(["unknown-key"]);
  });
});

describe("recorders' wrappers", () => {
  it("are taken off", () => {
    const result = importOf({ path: at("a"), content: { status_code: 200, data: { Vpcs: [aVpc()] } } });
    expect(result.counts).toEqual({ Vpcs: 1 });
    expect(codes(importOf({ path: at("a"), content: { data: { Vpcs: [] } } }))).toEqual(["unknown-key"]);
  });
});
