import { describe, expect, it } from "vitest";
import { operationHeadline } from "./operation-headline";

describe("operationHeadline", () => {
  it("leaves the id behind a VPC's name out, and an id without a name in", () => {
    expect(operationHeadline("Attach orders-api to prod-vpc (vpc-0a1)")).toBe(
      "Attach orders-api to prod-vpc",
    );
    expect(operationHeadline("Detach orders-api from vpc-0a1")).toBe("Detach orders-api from vpc-0a1");
  });
});
