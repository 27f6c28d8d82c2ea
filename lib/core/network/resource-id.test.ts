import { describe, expect, it } from "vitest";
import { callOfKey } from "./calls";
import { isResourceKey, resourceId, resourceKeys } from "./resource-id";

describe("resourceId", () => {
  it("takes the first member that names the resource", () => {
    expect(resourceId("Addresses", { AllocationId: "eipalloc-1", PublicIp: "203.0.113.1" })).toBe(
      "eipalloc-1",
    );
    expect(resourceId("Addresses", { PublicIp: "203.0.113.1" })).toBe("203.0.113.1");
  });

  it("is undefined where AWS gave none that can be used", () => {
    expect(resourceId("Vpcs", {})).toBeUndefined();
    expect(resourceId("Vpcs", { VpcId: "" })).toBeUndefined();
    expect(resourceId("Vpcs", { VpcId: 7 })).toBeUndefined();
  });

  it("knows every kind of resource that a call gives", () => {
    expect([...callOfKey.keys()].filter((key) => !resourceKeys.has(key))).toEqual([]);
    expect(isResourceKey("Vpcs")).toBe(true);
    expect(isResourceKey("toString")).toBe(false);
  });
});
