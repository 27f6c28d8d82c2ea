import { describe, expect, it } from "vitest";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";
import type { Resource } from "../network";
import { subnetAddresses } from "./subnet-addresses";
import { subnetIneligibility } from "./subnet-ineligibility";
import { vpcIneligibility } from "./vpc-ineligibility";

function subnetReason(
  subnet: Resource<"Subnets">,
  zones: Resource<"AvailabilityZones">[] = [],
): string | undefined {
  const network = buildNetwork({
    captures: [aCapture({ Subnets: [aSubnet(subnet)], AvailabilityZones: zones })],
  });
  return subnetIneligibility(network, "subnet-1");
}

describe("subnetIneligibility", () => {
  it.each([
    ["IPv6-only", { Ipv6Native: true }, "An IPv6-only subnet"],
    ["on an Outpost", { OutpostArn: "arn:aws:outposts:eu-west-1:1:outpost/op-1" }, "A subnet on an Outpost"],
  ])("tells of a subnet that is %s", (_name, subnet, reason) => {
    expect(subnetReason(subnet)).toContain(reason);
  });

  it.each([
    ["local-zone", "Local Zone"],
    ["wavelength-zone", "Wavelength Zone"],
  ])("tells of a subnet in a %s", (ZoneType, reason) => {
    expect(subnetReason({ AvailabilityZone: "z" }, [{ ZoneName: "z", ZoneType }])).toContain(`${reason} z`);
  });

  it("claims nothing of an ordinary zone, of one that was not read, or of a subnet that was not read", () => {
    expect(
      subnetReason({ AvailabilityZone: "z" }, [{ ZoneName: "z", ZoneType: "availability-zone" }]),
    ).toBeUndefined();
    expect(subnetReason({ AvailabilityZone: "z" })).toBeUndefined();
    expect(subnetReason({ AvailabilityZone: undefined })).toBeUndefined();
    expect(subnetIneligibility(buildNetwork({ captures: [] }), "subnet-1")).toBeUndefined();
  });
});

describe("vpcIneligibility", () => {
  it.each([
    ["dedicated", /Dedicated instance tenancy/],
    ["default", undefined],
  ] as const)("of %s tenancy", (InstanceTenancy, reason) => {
    const network = buildNetwork({ captures: [aCapture({ Vpcs: [aVpc({ InstanceTenancy })] })] });
    const found = vpcIneligibility(network, "vpc-1");
    if (reason === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(reason);
  });

  it("claims nothing of a VPC that was not read", () => {
    expect(vpcIneligibility(buildNetwork({ captures: [] }), "vpc-1")).toBeUndefined();
  });
});

describe("subnetAddresses", () => {
  it.each([
    [
      { CidrBlock: "10.0.0.0/24", AvailableIpAddressCount: 7 },
      { free: 7, usable: 251 },
    ],
    [
      { CidrBlock: "10.0.0.0/28", AvailableIpAddressCount: 0 },
      { free: 0, usable: 11 },
    ],
    [{ CidrBlock: "10.0.0.0/31" }, { free: null, usable: 0 }],
    [{}, { free: null, usable: null }],
  ])("of %j are %j", (subnet, addresses) => {
    expect(subnetAddresses(subnet)).toEqual(addresses);
  });
});
