import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../../clock";
import { heldInterfaceKeys } from "../../lambda-interfaces/interface-users";
import { getAccount } from "../../world/find-account";
import { loadScenario } from "../load-scenario";

const NOW = Date.UTC(2026, 10, 21);
const build = () => loadScenario("demo", createSandboxClock({ speed: 1, realNow: () => NOW }));

function region() {
  const found = getAccount(build(), "123456789012").regions["eu-west-1"];
  if (found === undefined) throw new Error("The demo fills eu-west-1.");
  return found;
}

function addressesOf(subnetName: string): number {
  const { subnets, networkInterfaces } = region();
  const subnet = subnets.find((candidate) => candidate.Tags?.some((tag) => tag.Value === subnetName));
  return networkInterfaces.filter((eni) => eni.SubnetId === subnet?.SubnetId).length;
}

describe("the demo scenario", () => {
  it("is the same world every time", () => {
    expect(build()).toEqual(build());
  });

  it("has the size that it promises", () => {
    const { vpcs, subnets, functions, natGateways, networkAcls } = region();
    expect({
      vpcs: vpcs.length,
      subnets: subnets.length,
      zones: new Set(subnets.map((subnet) => subnet.AvailabilityZone)).size,
      natGateways: natGateways.length,
      customNetworkAcls: networkAcls.filter((acl) => acl.IsDefault !== true).length,
      functions: functions.length,
    }).toEqual({ vpcs: 3, subnets: 12, zones: 3, natGateways: 3, customNetworkAcls: 1, functions: 42 });
  });

  it("gives every held (subnet, groups) one Lambda interface, and makes no others", () => {
    const world = region();
    const interfaces = world.networkInterfaces.filter((eni) => eni.InterfaceType === "lambda");
    expect(interfaces).toHaveLength(heldInterfaceKeys(world).size);
  });

  it("leaves one address in the cramped subnet", () => {
    expect(addressesOf("prod-cramped-a")).toBe(16 - 5 - 1);
  });

  it("holds no id twice", () => {
    const ids = JSON.stringify(region()).match(/"(NetworkInterfaceId|SubnetId|VpcId)":"[^"]+"/g) ?? [];
    const enis = region().networkInterfaces.map((eni) => eni.NetworkInterfaceId);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(enis).size).toBe(enis.length);
  });

  it("names no function longer than Lambda allows", () => {
    const names = region().functions.map((fn) => fn.versions[0]?.FunctionName ?? "");
    expect(Math.max(...names.map((name) => name.length))).toBe(64);
    expect(new Set(names).size).toBe(names.length);
  });

  it("puts no two interfaces on one address", () => {
    const addresses = region().networkInterfaces.map(
      (eni) => `${eni.VpcId ?? ""} ${eni.PrivateIpAddress ?? ""}`,
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
