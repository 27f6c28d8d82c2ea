import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/contract/operations";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { functionListQuery } from "../queries/functions";
import { operationListQuery, operationQuery } from "../queries/operations";
import { snapshotListQuery } from "../queries/snapshots";
import { applyServerEvent, reconnectDelayMs } from "./connect-events";

const at = "2026-11-21T10:00:00.000Z";

function anOperation(overrides: Partial<Operation> = {}): Operation {
  return {
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
    ...overrides,
  };
}

function aSnapshot(overrides: Partial<SnapshotSummary> = {}): SnapshotSummary {
  return {
    id: "snap-1",
    name: "Live",
    source: "live",
    status: "collecting",
    capturedAt: at,
    accounts: [],
    regions: [],
    counts: {},
    coverage: [],
    warnings: [],
    ...overrides,
  };
}

function aClient(): QueryClient {
  const client = new QueryClient();
  const empty = { items: [], total: 0, nextCursor: null, snapshotId: "snap-0", capturedAt: at, gaps: [] };
  client.setQueryData(functionListQuery().queryKey, empty);
  client.setQueryData(functionListQuery({ snapshotId: "imported" }).queryKey, empty);
  client.setQueryData(operationListQuery().queryKey, { items: [], nextCursor: null });
  client.setQueryData(snapshotListQuery().queryKey, { items: [] });
  return client;
}

const isStale = (client: QueryClient, snapshotId?: string) =>
  client.getQueryState(functionListQuery({ snapshotId }).queryKey)?.isInvalidated;

describe("applyServerEvent", () => {
  it("puts a new operation first in the list and replaces it when it moves on", () => {
    const client = aClient();
    applyServerEvent(client, { topic: "operations", operation: anOperation() });
    applyServerEvent(client, { topic: "operations", operation: anOperation({ status: "succeeded" }) });
    expect(client.getQueryData(operationListQuery().queryKey)?.items.map((item) => item.status)).toEqual([
      "succeeded",
    ]);
    expect(client.getQueryData(operationQuery("op-1").queryKey)?.status).toBe("succeeded");
  });

  it("makes functions stale when an operation ends, and not at every transition", () => {
    const client = aClient();
    client.setQueryData(operationQuery("op-1").queryKey, anOperation());
    applyServerEvent(client, { topic: "operations", operation: anOperation({ transitions: [] }) });
    expect(isStale(client)).toBe(false);
    applyServerEvent(client, { topic: "operations", operation: anOperation({ status: "failed" }) });
    expect(isStale(client)).toBe(true);
  });

  it("makes live views stale when a newer live snapshot is ready, and leaves imported ones alone", () => {
    const client = aClient();
    applyServerEvent(client, { topic: "snapshots", snapshot: aSnapshot() });
    expect(isStale(client)).toBe(false);
    applyServerEvent(client, { topic: "snapshots", snapshot: aSnapshot({ status: "ready" }) });
    expect(isStale(client)).toBe(true);
    expect(isStale(client, "imported")).toBe(false);
    expect(client.getQueryData(snapshotListQuery().queryKey)?.items).toHaveLength(1);
  });
});

describe("reconnectDelayMs", () => {
  it("waits longer each time, and never more than half a minute", () => {
    expect([0, 1, 2, 10].map(reconnectDelayMs)).toEqual([1000, 2000, 4000, 30_000]);
  });
});
