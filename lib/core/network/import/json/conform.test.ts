import { describe, expect, it } from "vitest";
import { conform } from "./conform";

describe("conform", () => {
  it("gives back what AWS's model allows, unchanged", () => {
    const subnet = {
      SubnetId: "subnet-1",
      AvailableIpAddressCount: 3,
      MapPublicIpOnLaunch: true,
      Tags: [{ Key: "a" }],
    };
    expect(conform(subnet, "ec2.Subnet")).toEqual({ value: subnet, misfits: [], nullLists: [] });
  });

  it("keeps members that are newer than the model, and those that JavaScript calls its own", () => {
    const subnet: unknown = JSON.parse('{"Shiny": {"a": null}, "__proto__": {"x": 1}, "constructor": "c"}');
    const { value, misfits } = conform(subnet as Record<string, unknown>, "ec2.Subnet");
    expect(JSON.stringify(value)).toBe('{"Shiny":{"a":null},"__proto__":{"x":1},"constructor":"c"}');
    expect(misfits).toEqual([]);
  });

  it("drops nulls and tells which of them are lists", () => {
    const table = {
      RouteTableId: "rtb-1",
      VpcId: null,
      Routes: null,
      Associations: [{ Main: true, SubnetId: null }],
    };
    expect(conform(table, "ec2.RouteTable")).toEqual({
      value: { RouteTableId: "rtb-1", Associations: [{ Main: true }] },
      misfits: [],
      nullLists: ["Routes"],
    });
  });

  it("drops ids, addresses and states that are printed empty, and keeps texts", () => {
    const route = {
      GatewayId: "",
      NatGatewayId: "nat-1",
      DestinationPrefixListId: "",
      State: "",
      Origin: "",
    };
    const table = { RouteTableId: "rtb-1", VpcId: "", Routes: [route], Tags: [{ Key: "Name", Value: "" }] };
    expect(conform(table, "ec2.RouteTable").value).toEqual({
      RouteTableId: "rtb-1",
      Routes: [{ NatGatewayId: "nat-1", Origin: "" }],
      Tags: [{ Key: "Name", Value: "" }],
    });
    const group = { GroupId: "sg-1", Description: "", IpPermissions: [{ IpRanges: [{ CidrIp: "" }] }] };
    expect(conform(group, "ec2.SecurityGroup").value).toEqual({
      GroupId: "sg-1",
      Description: "",
      IpPermissions: [{ IpRanges: [{}] }],
    });
  });

  it("sets aside what has the wrong kind, at any depth, and names it", () => {
    const table = {
      VpcId: 7,
      Routes: "none",
      Associations: [{ Main: "yes" }, "stray", { SubnetId: "subnet-1" }],
    };
    expect(conform(table, "ec2.RouteTable")).toEqual({
      value: { Associations: [{}, { SubnetId: "subnet-1" }] },
      misfits: [
        { member: "VpcId", value: 7 },
        { member: "Routes", value: "none" },
        { member: "Associations[0].Main", value: "yes" },
        { member: "Associations[1]", value: "stray" },
      ],
      nullLists: [],
    });
  });

  it("looks into structures and maps", () => {
    const fn = { FunctionName: "a", Environment: { Variables: { A: "1", B: 2 } }, VpcConfig: [], Layers: {} };
    const { value, misfits } = conform(fn, "lambda.FunctionConfiguration");
    expect(value).toEqual({ FunctionName: "a", Environment: { Variables: { A: "1" } } });
    expect(misfits.map(({ member }) => member)).toEqual(["Environment.Variables.B", "VpcConfig", "Layers"]);
    expect(conform({ Environment: { Variables: [] } }, "lambda.FunctionConfiguration").misfits).toHaveLength(
      1,
    );
  });

  it.each([
    ["2024-05-01T00:00:00Z", "2024-05-01T00:00:00Z"],
    [1_714_521_600, "2024-05-01T00:00:00.000Z"],
    [
      { __class__: "datetime", year: 2024, month: 5, day: 1, hour: 2, minute: 3, second: 4 },
      "2024-05-01T02:03:04.000Z",
    ],
    [{ __class__: "datetime", year: 2024 }, undefined],
    [{ __class__: "datetime", year: 1e9, month: 1, day: 1 }, undefined],
    [{ year: 2024 }, undefined],
    [1e300, undefined],
    [true, undefined],
  ])("reads the time %j as %j", (time, expected) => {
    const { value, misfits } = conform({ CreateTime: time }, "ec2.NatGateway");
    expect(value["CreateTime"]).toBe(expected);
    expect(misfits).toHaveLength(expected === undefined ? 1 : 0);
  });
});
