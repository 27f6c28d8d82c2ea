import { describe, expect, it } from "vitest";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aCapture, aFullCapture, aSnapshot } from "@/lib/testing/builders/snapshot";
import { aLambdaInterface, aVpc } from "@/lib/testing/builders/vpc-resources";
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

  it("keeps one of equal ids and leaves out what has none", () => {
    const network = buildNetwork({
      captures: [
        aCapture({ Vpcs: [aVpc({ CidrBlock: "10.0.0.0/16" }), aVpc({ CidrBlock: "10.9.0.0/16" }), {}] }),
      ],
    });
    expect(network.vpcs.size).toBe(1);
    expect(network.vpcs.get("vpc-1")?.resource.CidrBlock).toBe("10.9.0.0/16");
  });

  it("holds nothing of an empty snapshot", () => {
    const network = buildNetwork(aSnapshot([]));
    const sizes = Object.values(network).map((index) => (index instanceof Map ? index.size : 0));
    expect(Math.max(...sizes)).toBe(0);
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
