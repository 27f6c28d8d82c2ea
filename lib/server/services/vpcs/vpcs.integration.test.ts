import { beforeAll, expect, it } from "vitest";
import { topology } from "@/lib/contract/topology";
import { vpcDetail, vpcList } from "@/lib/contract/vpcs";
import { aFunction } from "@/lib/testing/builders/functions";
import { aCapture, aFullCapture, deniedCalls } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
  named,
} from "@/lib/testing/builders/vpc-resources";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import type { RequestContext } from "../../context";
import { getTopology } from "../topology/get-topology";
import { getVpc } from "./get-vpc";
import { listVpcs } from "./list-vpcs";

const capture = aFullCapture({
  Vpcs: [
    aVpc({ VpcId: "vpc-9" }),
    aVpc({ VpcId: "vpc-8", Tags: named("zeta"), InstanceTenancy: "dedicated" }),
    aVpc({ Tags: named("alpha") }),
  ],
  Subnets: [
    aSubnet({ SubnetId: "subnet-2", AvailabilityZone: "eu-west-1b", AvailableIpAddressCount: 1.5 }),
    aSubnet({ Ipv6Native: true, Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: "2001:db8::/64" }] }),
  ],
  RouteTables: [aRouteTable()],
  NetworkAcls: [aNetworkAcl()],
  SecurityGroups: [aSecurityGroup({ GroupId: "sg-2", GroupName: "web" }), aSecurityGroup()],
  Functions: [aFunction()],
});

withDatabase("VPCs and topology", (database) => {
  let ctx: RequestContext;

  beforeAll(async () => {
    ctx = createTestContext({ database: database() });
    await storeSnapshot(database(), [capture]);
  });

  it("listVpcs gives VPCs by name, those without one last, and why Lambda cannot use one", async () => {
    const { items } = vpcList.parse(await listVpcs({ ctx, input: {} }));
    expect(items.map(({ vpcId, name, functionCount }) => [vpcId, name, functionCount])).toEqual([
      ["vpc-1", "alpha", 1],
      ["vpc-8", "zeta", 0],
      ["vpc-9", null, 0],
    ]);
    expect(items[1]?.ineligibleReason).toContain("tenancy");
    expect(items[0]).not.toHaveProperty("ineligibleReason");
  });

  it("getVpc gives subnets by zone with their routes, and security groups by name", async () => {
    const found = vpcDetail.parse(await getVpc({ ctx, input: { vpcId: "vpc-1" } }));
    expect(found.subnets).toMatchObject([
      {
        subnetId: "subnet-1",
        kind: "isolated",
        ipv6CidrBlock: "2001:db8::/64",
        routeTableAssociation: "main",
        networkAclId: "acl-1",
        routes: [{ destination: "10.0.0.0/16", target: "local", targetKind: "local" }],
        ineligibleReason: expect.stringContaining("IPv6-only") as string,
      },
      { subnetId: "subnet-2", availableIpAddressCount: null, networkAclId: null },
    ]);
    expect(found.securityGroups.map(({ groupName }) => groupName)).toEqual(["app", "web"]);
    expect(found.gaps).toEqual([]);
  });

  it("getTopology gives one VPC or all of them", async () => {
    const one = topology.parse(await getTopology({ ctx, input: { vpcId: "vpc-1" } }));
    expect(one.nodes.map(({ kind }) => kind)).toContain("subnet");
    expect(one.gaps).toEqual([]);
    const all = topology.parse(await getTopology({ ctx, input: {} }));
    expect(all.vpcId).toBeNull();
    expect(all.nodes.filter(({ kind }) => kind === "vpc")).toHaveLength(3);
  });

  it("names the calls that are missing from a diagram", async () => {
    const denied = aCapture({ Vpcs: [aVpc()] }, { coverage: deniedCalls("DescribeNatGateways") });
    const snapshotId = await storeSnapshot(database(), [denied], "2020-01-01T00:00:00.000Z");
    const { gaps } = await getTopology({ ctx, input: { snapshotId, vpcId: "vpc-1" } });
    expect(gaps.find(({ call }) => call === "DescribeNatGateways")?.message).toContain(
      "ec2:DescribeNatGateways",
    );
  });

  it("a VPC that the snapshot lacks is not found, and says why where VPCs could not be read", async () => {
    await expect(getVpc({ ctx, input: { vpcId: "vpc-0" } })).rejects.toMatchObject({
      code: "not_found",
      field: "vpcId",
    });
    const denied = aCapture({}, { coverage: deniedCalls("DescribeVpcs") });
    const snapshotId = await storeSnapshot(database(), [denied], "2020-01-02T00:00:00.000Z");
    await expect(getTopology({ ctx, input: { snapshotId, vpcId: "vpc-1" } })).rejects.toMatchObject({
      code: "not_found",
      nextStep: expect.stringContaining("UnauthorizedOperation") as string,
    });
  });
});
