import type { ConnectionWays } from "@/lib/contract/reachability/ways";

export type ReachState =
  | { kind: "off" }
  /** The mode is on, and no connection is named. */
  | { kind: "choose" }
  | { kind: "loading" }
  | { kind: "error"; error: Error }
  /** The connection is of another VPC than the diagram, or of none that is known. */
  | { kind: "elsewhere"; vpcId: string | null }
  | { kind: "ready"; ways: ConnectionWays; warning: string | null };

/** What the mode shows. The diagram and the ways are two answers: they may be of two readings of the account. */
export function getReachState(input: {
  isOn: boolean;
  connectionId: string | null;
  isDrawn: boolean;
  data: ConnectionWays | undefined;
  error: Error | null;
  /** Of the diagram. */
  snapshotId: string;
}): ReachState {
  const { isOn, connectionId, isDrawn, data, error, snapshotId } = input;
  if (!isOn) return { kind: "off" };
  if (connectionId === null) return { kind: "choose" };
  if (!data) return error ? { kind: "error", error } : { kind: "loading" };
  if (!isDrawn) return { kind: "elsewhere", vpcId: data.connection.vpcId };
  if (error) {
    return { kind: "ready", ways: data, warning: "Working it out again failed; this is the last answer." };
  }
  const isOther = data.snapshotId !== snapshotId;
  const warning = isOther ? "Worked out on another reading of the account than the diagram shows." : null;
  return { kind: "ready", ways: data, warning };
}
