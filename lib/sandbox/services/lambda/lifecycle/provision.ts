import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { findLambdaInterface } from "../../../lambda-interfaces/find-lambda-interface";
import type { InterfaceContext } from "../../../lambda-interfaces/interface-context";
import { toInterfacePairs, type InterfacePair } from "../../../lambda-interfaces/interface-key";
import { cancelRelease } from "../../../lambda-interfaces/release-lambda-interfaces";
import { scheduleEvent } from "../../../world/settle-world";

/** What Lambda works at in the background: a new function or version, a change to one, or waking a sleeping one. */
export type ProvisionPhase = "create" | "update" | "restore";

export interface Provision {
  functionArn: string;
  /** The version as it will be. */
  configuration: FunctionConfiguration;
  phase: ProvisionPhase;
  /** Whether the connection to the VPC is what changes, even if nothing has to be built for it. */
  isConnectionChanged: boolean;
  /** When it starts, in the sandbox's time. */
  at: number;
}

/** How long each takes on AWS, in milliseconds; a new interface takes "a minute or so" (CreateFunction in the SDK). */
const DURATION_MS = { withoutConnection: 5000, sharedInterfaces: 8000, newInterfaces: 75_000 };
/** Interfaces appear between these two parts of the whole, one after the other. */
const FIRST_BUILD = 0.1;
const LAST_BUILD = 0.9;
/** The part of its turn that an interface spends in `pending`. */
const PENDING_PART = 0.6;

/**
 * Schedules the background work of a create, an update or a restore: one event per interface to build, and one that
 * settles the state. Interfaces that already serve the connection are shared, and kept if they were about to go.
 */
export function provision(context: InterfaceContext, work: Provision): void {
  const { world, regionWorld, clock, ids } = context;
  const pairs = toInterfacePairs(work.configuration.VpcConfig);
  const missing = pairs.filter((pair) => !isServed(context, pair));
  const totalMs = clock.duration(durationMs(missing.length, work.isConnectionChanged));
  const event = { accountId: regionWorld.accountId, region: regionWorld.region, subject: work.functionArn };
  const attempt = {
    attempt: ids.uuid(),
    phase: work.phase,
    version: work.configuration.Version ?? "$LATEST",
  };
  const turnMs = (totalMs * (LAST_BUILD - FIRST_BUILD)) / Math.max(missing.length, 1);
  for (const [index, pair] of missing.entries()) {
    scheduleEvent(world, {
      ...event,
      kind: "lambda-interface-build",
      dueAt: work.at + totalMs * FIRST_BUILD + turnMs * index,
      data: {
        ...attempt,
        subnetId: pair.subnetId,
        securityGroupIds: [...pair.securityGroupIds],
        pendingMs: turnMs * PENDING_PART,
      },
    });
  }
  scheduleEvent(world, { ...event, kind: "lambda-settle", dueAt: work.at + totalMs, data: attempt });
}

function durationMs(missingCount: number, isConnectionChanged: boolean): number {
  if (missingCount > 0) return DURATION_MS.newInterfaces;
  return isConnectionChanged ? DURATION_MS.sharedInterfaces : DURATION_MS.withoutConnection;
}

function isServed(context: InterfaceContext, pair: InterfacePair): boolean {
  const shared = findLambdaInterface(context.regionWorld, pair);
  if (shared?.NetworkInterfaceId !== undefined) cancelRelease(context, shared.NetworkInterfaceId);
  return shared?.Status === "in-use";
}
