import { describe, expect, it } from "vitest";
import { aFunction, aFunctionState, functionArn } from "@/lib/testing/builders/functions";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aCapture, aFullCapture, CAPTURED_AT } from "@/lib/testing/builders/snapshot";
import { aLambdaInterface, aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "./build-network";
import { availabilityZoneKey } from "./indexing/availability-zone-key";

describe("buildNetwork", () => {
  it("indexes resources by id, with the place where each was read", () => {
    const network = buildNetwork({
      captures: [
        aCapture({ Vpcs: [aVpc()] }),
        aCapture({ Vpcs: [aVpc({ VpcId: "vpc-2" })] }, { region: "us-east-1" }),
      ],
    });
    expect([...network.vpcs.keys()]).toEqual(["vpc-1", "vpc-2"]);
    expect(network.vpcs.get("vpc-2")).toMatchObject({ region: "us-east-1", captureIndex: 1 });
    expect(network.captures[1]?.coverage.get("DescribeVpcs")?.status).toBe("ok");
  });

  it("keeps the last of equal ids and leaves out what has none", () => {
    const network = buildNetwork({
      captures: [
        aCapture({ Vpcs: [aVpc({ CidrBlock: "10.0.0.0/16" }), aVpc({ CidrBlock: "10.9.0.0/16" }), {}] }),
      ],
    });
    expect(network.vpcs.size).toBe(1);
    expect(network.vpcs.get("vpc-1")?.resource.CidrBlock).toBe("10.9.0.0/16");
  });

  it("holds nothing of an empty snapshot", () => {
    const network = buildNetwork({ captures: [] });
    expect(
      Object.values(network).flatMap((index) => (index instanceof Map ? [...index.keys()] : [])),
    ).toEqual([]);
  });

  it("joins what one capture says of one subject in parts", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          VpcAttributes: [
            { VpcId: "vpc-1", EnableDnsSupport: { Value: true } },
            { VpcId: "vpc-1", EnableDnsHostnames: { Value: false } },
          ],
          ManagedPrefixListEntries: [
            { PrefixListId: "pl-1", Entries: [{ Cidr: "10.0.0.0/8" }] },
            { PrefixListId: "pl-1", Entries: [{ Cidr: "192.168.0.0/16" }] },
          ],
          TransitGatewayRoutes: [{ TransitGatewayRouteTableId: "tgw-rtb-1", Routes: [{ Type: "static" }] }],
          TransitGatewayRouteTableAssociations: [
            { TransitGatewayRouteTableId: "tgw-rtb-1", Associations: [{}] },
          ],
          TransitGatewayRouteTablePropagations: [
            { TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayRouteTablePropagations: [{}, {}] },
          ],
        }),
      ],
    });
    expect(network.vpcAttributes.get("vpc-1")?.resource).toEqual({
      VpcId: "vpc-1",
      EnableDnsSupport: { Value: true },
      EnableDnsHostnames: { Value: false },
    });
    expect(network.managedPrefixListEntries.get("pl-1")?.resource.Entries).toHaveLength(2);
    expect(network.transitGatewayRoutes.get("tgw-rtb-1")?.resource.Routes).toHaveLength(1);
    expect(network.transitGatewayRouteTableAssociations.get("tgw-rtb-1")?.resource.Associations).toHaveLength(
      1,
    );
    expect(
      network.transitGatewayRouteTablePropagations.get("tgw-rtb-1")?.resource
        .TransitGatewayRouteTablePropagations,
    ).toHaveLength(2);
  });

  it("does not add one account's view of a subject to another's", () => {
    const entries = { PrefixListId: "pl-1", Entries: [{ Cidr: "10.0.0.0/8" }] };
    const network = buildNetwork({
      captures: [
        aCapture({ ManagedPrefixListEntries: [entries] }),
        aCapture({ ManagedPrefixListEntries: [entries, { PrefixListId: "", Entries: [] }] }),
      ],
    });
    expect(network.managedPrefixListEntries.get("pl-1")?.resource.Entries).toHaveLength(1);
    expect(network.managedPrefixListEntries.size).toBe(1);
  });

  it("takes instances out of their reservations, terminated ones and empty reservations included", () => {
    const terminated = { InstanceId: "i-2", State: { Name: "terminated" as const }, VpcId: undefined };
    const network = buildNetwork({
      captures: [aCapture({ Reservations: [aReservation(), { Instances: [terminated, {}] }, {}] })],
    });
    expect([...network.instances.keys()]).toEqual(["i-1", "i-2"]);
  });

  it("tells a zone of one account from the same name in another", () => {
    const network = buildNetwork({
      captures: [
        aCapture({ AvailabilityZones: [{ ZoneName: "eu-west-1a", ZoneId: "euw1-az1" }] }, { accountId: "1" }),
        aCapture(
          { AvailabilityZones: [{ ZoneName: "eu-west-1a", ZoneId: "euw1-az2" }] },
          { accountId: null },
        ),
      ],
    });
    expect(network.availabilityZones.get(availabilityZoneKey("1", "eu-west-1a"))?.resource.ZoneId).toBe(
      "euw1-az1",
    );
    expect(network.availabilityZones.get(availabilityZoneKey(null, "eu-west-1a"))?.resource.ZoneId).toBe(
      "euw1-az2",
    );
  });
});

describe("functions in a network", () => {
  it("are the $LATEST ones, whichever way ListFunctions names them; versions stand apart", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction(),
            aFunction({ FunctionArn: `${functionArn("billing")}:$LATEST`, FunctionName: "billing" }),
            aFunction({ FunctionArn: `${functionArn("orders")}:3`, Version: "3" }),
            aFunction({ FunctionArn: functionArn("orders"), Version: "4" }),
            { FunctionArn: functionArn("old") },
            { FunctionName: "without-arn" },
          ],
        }),
      ],
    });
    expect([...network.functions.keys()]).toEqual(
      ["orders", "billing", "old"].map((name) => functionArn(name)),
    );
    expect(network.functions.get(functionArn("old"))?.functionName).toBe("old");
    expect([...network.functionVersions.keys()]).toEqual([
      `${functionArn("orders")}:3`,
      `${functionArn("orders")}:4`,
    ]);
    expect(network.lookups.versionArnsByFunction.get(functionArn("orders"))).toHaveLength(2);
  });

  it("share a connection where subnets, groups and IPv6 are the same sets", () => {
    const swapped = { SubnetIds: ["subnet-2", "subnet-1"], SecurityGroupIds: ["sg-1"] };
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction({
              FunctionName: "b",
              VpcConfig: { SubnetIds: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"] },
            }),
            aFunction({ FunctionName: "a", VpcConfig: swapped }),
            aFunction({ FunctionName: "dual", VpcConfig: { ...swapped, Ipv6AllowedForDualStack: true } }),
            aFunction({ FunctionArn: `${functionArn("a")}:1`, Version: "1", VpcConfig: swapped }),
            aFunction({
              FunctionName: "outside",
              VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: "" },
            }),
          ],
        }),
      ],
    });
    const connections = [...network.connections.values()];
    expect(connections.map(({ functionArns }) => functionArns)).toEqual([
      [functionArn("a"), functionArn("b")],
      [functionArn("dual")],
    ]);
    expect(connections[0]).toMatchObject({
      subnetIds: ["subnet-1", "subnet-2"],
      versionArns: [`${functionArn("a")}:1`],
    });
    expect(connections[0]?.id).toMatch(/^conn-[0-9a-f]{16}$/);
    expect(network.functions.get(functionArn("outside"))).toMatchObject({
      attachment: null,
      connectionId: null,
    });
  });

  it("are in the VPC of their subnets, whatever VpcConfig says", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Subnets: [aSubnet({ VpcId: "vpc-real" })],
          Functions: [
            aFunction({
              VpcConfig: {
                VpcId: "vpc-123abc",
                SubnetIds: ["subnet-0", "subnet-1"],
                SecurityGroupIds: ["sg-1"],
              },
            }),
          ],
        }),
      ],
    });
    expect([...network.connections.values()][0]?.vpcId).toBe("vpc-real");
    expect(network.functions.get(functionArn("orders"))?.attachment?.vpcId).toBe("vpc-real");
    expect(network.lookups.connectionIdsByVpc.get("vpc-real")).toHaveLength(1);
  });

  it("are in the VPC that VpcConfig names where no subnet was read, and in none where it names none", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction(),
            aFunction({ FunctionName: "b", VpcConfig: { SubnetIds: ["subnet-9"], SecurityGroupIds: [] } }),
          ],
        }),
      ],
    });
    expect([...network.connections.values()].map(({ vpcId }) => vpcId)).toEqual(["vpc-1", null]);
  });
});

describe("the state of a function", () => {
  it("is not known where nobody read it", () => {
    const network = buildNetwork({ captures: [aCapture({ Functions: [aFunction()] })] });
    expect(network.functionStates.size).toBe(0);
  });

  it("is what GetFunction gave, and the newest of several readings", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [aFunction()],
          FunctionStates: [
            aFunctionState({ State: "Pending", ReadAt: "2026-01-02T00:00:00.000Z" }),
            aFunctionState({ State: "Active", ReadAt: "2026-01-03T00:00:00.000Z" }),
            aFunctionState({ State: "Failed", ReadAt: "2026-01-01T00:00:00.000Z" }),
            { ReadAt: CAPTURED_AT, State: "Active" },
          ],
        }),
      ],
    });
    expect(network.functionStates.get(functionArn("orders"))?.resource.State).toBe("Active");
    expect(network.functionStates.size).toBe(1);
  });

  it("counts as read when captured where an import holds it inline", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction({ State: "Inactive", StateReasonCode: "Idle" }),
            aFunction({ FunctionName: "b", LastUpdateStatus: "Failed" }),
          ],
        }),
      ],
    });
    expect(network.functionStates.get(functionArn("orders"))?.resource).toMatchObject({
      State: "Inactive",
      StateReasonCode: "Idle",
      ReadAt: CAPTURED_AT,
    });
    expect(network.functionStates.get(functionArn("b"))?.resource.LastUpdateStatus).toBe("Failed");
  });
});

describe("the lookups of a network", () => {
  it("ignore associations that ended or failed", () => {
    const network = buildNetwork({
      captures: [
        aFullCapture({
          RouteTables: [
            {
              RouteTableId: "rtb-1",
              VpcId: "vpc-1",
              Associations: [
                { SubnetId: "subnet-1", AssociationState: { State: "disassociated" } },
                { SubnetId: "subnet-2", AssociationState: { State: "associating" } },
                { SubnetId: "subnet-3" },
                { Main: true, AssociationState: { State: "failed" } },
                { GatewayId: "igw-1" },
              ],
            },
            { RouteTableId: "rtb-2" },
            { RouteTableId: "rtb-3", Associations: [{ Main: true }] },
          ],
          NetworkAcls: [{ NetworkAclId: "acl-1", Associations: [{}] }, { NetworkAclId: "acl-2" }],
        }),
      ],
    });
    expect([...network.lookups.routeTableIdBySubnet]).toEqual([
      ["subnet-2", "rtb-1"],
      ["subnet-3", "rtb-1"],
    ]);
    expect(network.lookups.mainRouteTableIdByVpc.size).toBe(0);
    expect(network.lookups.networkAclIdBySubnet.size).toBe(0);
  });

  it("hold Lambda's interfaces only where they say which subnet they are in", () => {
    const network = buildNetwork({
      captures: [
        aFullCapture({
          NetworkInterfaces: [
            aLambdaInterface(),
            aLambdaInterface({ NetworkInterfaceId: "eni-2", SubnetId: undefined }),
          ],
        }),
      ],
    });
    expect([...network.lookups.lambdaInterfaceIdsByPlacement]).toEqual([["subnet-1|sg-1", ["eni-1"]]]);
  });
});
