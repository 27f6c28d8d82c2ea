import { describe, expect, it } from "vitest";
import { createRegionWorld } from "../world/create-world";
import { allocateIpv4Address } from "./allocate-ipv4-address";

function allocateAll(cidrBlock: string): string[] {
  const regionWorld = createRegionWorld("123456789012", "eu-west-1");
  const subnet = { SubnetId: "subnet-0a", CidrBlock: cidrBlock };
  const given: string[] = [];
  for (
    let address = allocateIpv4Address(regionWorld, subnet);
    address !== undefined;
    address = allocateIpv4Address(regionWorld, subnet)
  ) {
    given.push(address);
    regionWorld.networkInterfaces.push({ SubnetId: "subnet-0a", PrivateIpAddress: address });
  }
  return given;
}

describe("allocateIpv4Address", () => {
  it("gives every address of a /28 once, but for the first four and the last", () => {
    expect(allocateAll("10.0.3.16/28")).toEqual(
      Array.from({ length: 11 }, (_, index) => `10.0.3.${20 + index}`),
    );
  });

  it("crosses octets, and copes with addresses above 127", () => {
    const given = allocateAll("203.0.112.0/23");
    expect(given).toHaveLength(512 - 5);
    expect(given.slice(251, 254)).toEqual(["203.0.112.255", "203.0.113.0", "203.0.113.1"]);
  });

  it("skips secondary addresses, and minds no other subnet's", () => {
    const regionWorld = createRegionWorld("123456789012", "eu-west-1");
    regionWorld.networkInterfaces.push(
      { SubnetId: "subnet-0a", PrivateIpAddresses: [{ PrivateIpAddress: "10.0.1.4" }] },
      { SubnetId: "subnet-0b", PrivateIpAddress: "10.0.1.5" },
    );
    const subnet = { SubnetId: "subnet-0a", CidrBlock: "10.0.1.0/24" };
    expect(allocateIpv4Address(regionWorld, subnet)).toBe("10.0.1.5");
  });

  it("has nothing for a subnet without IPv4", () => {
    expect(
      allocateIpv4Address(createRegionWorld("123456789012", "eu-west-1"), { SubnetId: "subnet-0a" }),
    ).toBeUndefined();
  });
});
