import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { FunctionStates } from "@/lib/contract/function-states";
import type { FunctionList, FunctionSummary } from "@/lib/contract/functions";
import { mergeStates } from "./function-states";
import { functionListQuery } from "./functions";

const summary = (functionName: string, overrides: Partial<FunctionSummary> = {}): FunctionSummary => ({
  functionName,
  functionArn: `arn:${functionName}`,
  accountId: null,
  region: null,
  runtime: null,
  packageType: null,
  state: null,
  stateReasonCode: null,
  lastUpdateStatus: null,
  stateReadAt: null,
  vpcConfig: null,
  vpcName: null,
  connectionId: null,
  subnetKinds: [],
  availabilityZones: [],
  operationId: null,
  ...overrides,
});

const state = (functionName: string, stateReadAt: string): FunctionStates["items"][number] => ({
  functionName,
  functionArn: `arn:${functionName}`,
  state: "Active",
  stateReason: null,
  stateReasonCode: null,
  lastUpdateStatus: "Successful",
  lastUpdateStatusReason: null,
  lastUpdateStatusReasonCode: null,
  stateReadAt,
});

function clientWith(items: FunctionSummary[]): QueryClient {
  const client = new QueryClient();
  const list: FunctionList = {
    items,
    total: items.length,
    nextCursor: null,
    snapshotId: "s",
    capturedAt: "2026-11-21T10:00:00.000Z",
    gaps: [],
  };
  client.setQueryData(functionListQuery().queryKey, list);
  return client;
}

describe("mergeStates", () => {
  it("changes the functions that were read in place, and leaves every other as it is", () => {
    const other = summary("other");
    const client = clientWith([summary("orders"), other]);
    mergeStates(client, { items: [state("orders", "2026-11-21T10:01:00.000Z")], failures: [] });
    const items = client.getQueryData(functionListQuery().queryKey)?.items;
    expect(items?.[0]).toMatchObject({ state: "Active", stateReadAt: "2026-11-21T10:01:00.000Z" });
    expect(items?.[1]).toBe(other);
  });

  it("does not put an older state over a newer one", () => {
    const newer = summary("orders", { state: "Pending", stateReadAt: "2026-11-21T10:05:00.000Z" });
    const client = clientWith([newer]);
    mergeStates(client, { items: [state("orders", "2026-11-21T10:01:00.000Z")], failures: [] });
    expect(client.getQueryData(functionListQuery().queryKey)?.items[0]).toEqual(newer);
  });
});
