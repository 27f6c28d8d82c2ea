import { describe, expect, it } from "vitest";
import type { OperationTransition } from "@/lib/contract/operations";
import { toInterfaceChanges } from "./interface-changes";

const eni = (id: string, status: string) => ({ networkInterfaceId: id, subnetId: "subnet-a", status });

function at(networkInterfaces?: OperationTransition["networkInterfaces"]): OperationTransition {
  return {
    at: "2026-11-21T10:00:00.000Z",
    functionName: "orders-api",
    state: "Active",
    lastUpdateStatus: "InProgress",
    meaning: "",
    ...(networkInterfaces === undefined ? {} : { networkInterfaces }),
  };
}

const changes = (...transitions: OperationTransition[]) =>
  toInterfaceChanges(transitions).map((list) =>
    list.map((item) => `${item.networkInterfaceId} ${item.change}`),
  );

describe("toInterfaceChanges", () => {
  it("tells what came, what changed and what went", () => {
    expect(
      changes(
        at([]),
        at([eni("a", "pending")]),
        at([eni("a", "in-use"), eni("b", "pending")]),
        at([eni("b", "pending")]),
      ),
    ).toEqual([[], ["a appeared"], ["a changed", "b appeared"], ["a gone"]]);
  });

  it("does not take an unread moment for an empty one", () => {
    expect(changes(at([eni("a", "in-use")]), at(), at([eni("a", "in-use")]))).toEqual([
      ["a present"],
      [],
      [],
    ]);
  });
});
