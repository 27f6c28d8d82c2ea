import { describe, expect, it } from "vitest";
import { describeAllowedMeanwhile } from "./allowed-meanwhile";
import { isActiveStatus, type OperationStatus } from "./operation";

const statuses: OperationStatus[] = [
  "queued",
  "running",
  "succeeded",
  "failed",
  "rolling-back",
  "rolled-back",
  "canceled",
];

describe("describeAllowedMeanwhile", () => {
  it.each(statuses)("says something about %s exactly while it holds the function", (status) => {
    expect(describeAllowedMeanwhile({ status, createsFunction: false }).length > 0).toBe(
      isActiveStatus(status),
    );
  });

  it("allows invoking during an update, not during a creation", () => {
    expect(describeAllowedMeanwhile({ status: "running", createsFunction: false })[0]).toMatch(/^Invoke it/);
    expect(describeAllowedMeanwhile({ status: "running", createsFunction: true }).join(" ")).toContain(
      "Not invoke or change it",
    );
  });
});
