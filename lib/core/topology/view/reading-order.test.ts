import { describe, expect, it } from "vitest";
import { laneOf, subnetRank } from "./lane";
import { readingOrder } from "./reading-order";
import { smallGraph } from "./view.test-builder";

describe("readingOrder", () => {
  it("reads lane by lane, each container before what it holds, subnets public, private, isolated", () => {
    expect(readingOrder(smallGraph()).map((node) => node.id)).toEqual([
      "connection",
      "vpc",
      "zone",
      "public",
      "nat",
      "private",
      "isolated",
      "igw",
      "internet",
    ]);
  });
});

describe("laneOf", () => {
  it("puts an interface endpoint in its subnet and a gateway endpoint on the VPC's edge", () => {
    expect(laneOf("vpc-endpoint", "subnet")).toBe("network");
    expect(laneOf("vpc-endpoint", "vpc")).toBe("exits");
  });

  it("keeps a kind it does not know inside the network", () => {
    expect(laneOf("firewall", "vpc")).toBe("network");
  });
});

describe("subnetRank", () => {
  it("puts what is unknown last", () => {
    expect(subnetRank(undefined)).toBe(subnetRank("unknown"));
    expect(subnetRank("unknown")).toBeGreaterThan(subnetRank("isolated"));
  });
});
