import { describe, expect, it } from "vitest";
import { comparePair, pairResources, type ResourceChange } from "./compare-resources";

function compare(kind: string, before: readonly unknown[], after: readonly unknown[]): ResourceChange[] {
  return pairResources(kind, before, after).flatMap((pair) => comparePair(kind, pair) ?? []);
}

describe("comparing resources", () => {
  it("names what came and what went", () => {
    const named = { VpcId: "vpc-2", Tags: [{ Key: "Name", Value: "shop" }] };
    expect(compare("Vpcs", [{ VpcId: "vpc-1" }], [named])).toEqual([
      { kind: "Vpcs", id: "vpc-1", name: null, change: "removed", fields: [] },
      { kind: "Vpcs", id: "vpc-2", name: "shop", change: "added", fields: [] },
    ]);
  });

  it("names the field that changed, with both values", () => {
    const subnet = { SubnetId: "subnet-1", AvailableIpAddressCount: 250 };
    expect(compare("Subnets", [subnet], [{ ...subnet, AvailableIpAddressCount: 249 }])).toMatchObject([
      { id: "subnet-1", fields: [{ path: "AvailableIpAddressCount", before: 250, after: 249 }] },
    ]);
  });

  it("takes tags, rules and subnets for sets", () => {
    const tags = [
      { Key: "a", Value: "1" },
      { Key: "b", Value: "2" },
    ];
    const config = (SubnetIds: string[]) => ({ FunctionArn: "arn:fn", VpcConfig: { SubnetIds } });
    expect(
      compare("Vpcs", [{ VpcId: "vpc-1", Tags: tags }], [{ VpcId: "vpc-1", Tags: tags.toReversed() }]),
    ).toEqual([]);
    expect(compare("Functions", [config(["a", "b"])], [config(["b", "a"])])).toEqual([]);
    expect(compare("Functions", [config(["a", "b"])], [config(["b", "c"])])).toMatchObject([
      {
        fields: [
          { path: "VpcConfig.SubnetIds[]", before: "a" },
          { path: "VpcConfig.SubnetIds[]", after: "c" },
        ],
      },
    ]);
  });

  it("finds a rule, a route and a tag by what names them", () => {
    const group = (ranges: string[]) => ({
      GroupId: "sg-1",
      IpPermissions: [
        { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: ranges.map((CidrIp) => ({ CidrIp })) },
        { IpProtocol: "-1", IpRanges: [] },
      ],
    });
    expect(compare("SecurityGroups", [group(["10.0.0.0/8"])], [group(["0.0.0.0/0"])])).toMatchObject([
      {
        fields: [
          { path: "IpPermissions[IpProtocol=tcp,FromPort=443,ToPort=443].IpRanges[CidrIp=0.0.0.0/0]" },
          { path: "IpPermissions[IpProtocol=tcp,FromPort=443,ToPort=443].IpRanges[CidrIp=10.0.0.0/8]" },
        ],
      },
    ]);
    const table = (NatGatewayId: string) => ({
      RouteTableId: "rtb-1",
      Routes: [
        { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" },
        { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId },
      ],
    });
    expect(compare("RouteTables", [table("nat-1")], [table("nat-2")])[0]?.fields).toEqual([
      { path: "Routes[DestinationCidrBlock=0.0.0.0/0].NatGatewayId", before: "nat-1", after: "nat-2" },
    ]);
  });

  it("minds the order where AWS does", () => {
    const fn = (...Layers: string[]) => ({ FunctionArn: "arn:fn", Layers: Layers.map((Arn) => ({ Arn })) });
    expect(compare("Functions", [fn("a", "b")], [fn("b", "a")])[0]?.fields).toMatchObject([
      { path: "Layers" },
    ]);
  });

  it("does not take a reading's own time for a change", () => {
    const state = { FunctionArn: "arn:fn", State: "Active" };
    expect(compare("FunctionStates", [{ ...state, ReadAt: "1" }], [{ ...state, ReadAt: "2" }])).toEqual([]);
    const db = { DBInstanceArn: "arn:db" };
    expect(
      compare("DBInstances", [{ ...db, LatestRestorableTime: "1" }], [{ ...db, LatestRestorableTime: "2" }]),
    ).toEqual([]);
  });

  it("takes what is left out, null and an empty list for the same", () => {
    const fn = { FunctionArn: "arn:fn:$LATEST" };
    expect(compare("Functions", [fn], [{ FunctionArn: "arn:fn", VpcConfig: null, Layers: [] }])).toEqual([
      // Its ARN is written in two ways; it is the same function.
      expect.objectContaining({ id: "arn:fn", fields: [expect.objectContaining({ path: "FunctionArn" })] }),
    ]);
  });

  it("compares what has no id by what it says", () => {
    expect(compare("Widgets", [{ a: [1, 2] }, { b: 1 }], [{ a: [2, 1] }])).toMatchObject([
      { id: null, change: "removed" },
    ]);
  });
});
