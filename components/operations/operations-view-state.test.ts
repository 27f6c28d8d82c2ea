import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import type { Operation } from "@/lib/contract/operations";
import { toOperationsViewState, toOperationViewState } from "./operations-view-state";

const at = "2026-11-21T10:00:00.000Z";
const running: Operation = {
  id: "op-1",
  planId: "plan-1",
  kind: "attach-function",
  title: "Attach orders-api to prod-vpc",
  functionName: "orders-api",
  functionArn: null,
  actor: "local",
  status: "running",
  createdAt: at,
  startedAt: at,
  endedAt: null,
  steps: [],
  transitions: [],
  eligible: { cancel: true, retry: false, rollback: false },
  allowedMeanwhile: [],
  correlationId: "c-1",
};
const none = { data: undefined, error: null, connection: "open" as const };

describe("toOperationsViewState", () => {
  it("tells that nothing was changed yet from a list that was not read", () => {
    expect(toOperationsViewState(none).kind).toBe("loading");
    expect(toOperationsViewState({ ...none, error: new Error("x") }).kind).toBe("error");
    expect(toOperationsViewState({ ...none, data: { items: [] } }).kind).toBe("empty");
    expect(toOperationsViewState({ ...none, data: { items: [running] } }).kind).toBe("ready");
  });
});

describe("toOperationViewState", () => {
  it("tells an operation that is not there from one that could not be read", () => {
    const notFound = new ApiRequestError(404, { code: "not_found", message: "" });
    expect(toOperationViewState({ ...none, error: notFound }).kind).toBe("not-found");
    expect(toOperationViewState({ ...none, error: new Error("x") }).kind).toBe("error");
  });

  it("calls a running operation stale while the stream is lost, and a finished one never", () => {
    const lost = { error: null, connection: "lost" as const };
    expect(toOperationViewState({ ...lost, data: running }).kind).toBe("stale");
    expect(toOperationViewState({ ...lost, data: { ...running, status: "succeeded" } }).kind).toBe("ready");
  });
});
