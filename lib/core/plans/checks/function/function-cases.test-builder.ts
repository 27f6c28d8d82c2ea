import { buildAttachment } from "../../testing/build-plan-facts";
import { type CheckCase, detaching } from "../check-cases.test-builder";

const state = (
  State: "Active" | "Pending" | "Inactive" | "Failed",
  LastUpdateStatus?: "InProgress" | "Successful",
) =>
  ({
    configuration: { FunctionArn: "arn:f", State, ...(LastUpdateStatus && { LastUpdateStatus }) },
  }) as const;

/** The function itself. */
export const functionCases: readonly CheckCase[] = [
  ["function-state", "active", {}, "pass", "`Active`"],
  ["function-state", "pending", state("Pending"), "block", "following state: Pending"],
  ["function-state", "failed", state("Failed"), "block", "following state: Failed"],
  [
    "function-state",
    "an update running",
    state("Active", "InProgress"),
    "block",
    "An update is in progress for resource: arn:f",
  ],
  ["function-state", "idle", state("Inactive"), "warn", "`Inactive`"],
  ["function-state", "not read", { configuration: {} }, "unknown", "not read"],
  ["no-change", "a change", {}, "pass", "not yet"],
  ["no-change", "already attached so", { before: buildAttachment() }, "pass", "nothing will be done"],
  ["no-change", "already detached", { ...detaching, before: null }, "pass", "nothing will be done"],
];
