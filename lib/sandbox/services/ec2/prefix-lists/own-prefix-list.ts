import type { ManagedPrefixList, PrefixListEntry, PrefixListState } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { managedPrefixListIds } from "./managed-prefix-list-ids";

/** AWS gives no figure: a moment. */
const TAKES_MS = 2_000;

/** A prefix list of any owner. Throws InvalidPrefixListID.NotFound. */
export function getPrefixList(regionWorld: RegionWorld, id: string): ManagedPrefixList {
  const list = regionWorld.managedPrefixLists.find((candidate) => candidate.PrefixListId === id);
  if (list === undefined) throw idError(managedPrefixListIds, id);
  return list;
}

/** One of the account's own that is not being changed. Throws OperationNotPermitted and IncorrectState. */
export function getOwnPrefixList(regionWorld: RegionWorld, id: string): ManagedPrefixList {
  const list = getPrefixList(regionWorld, id);
  if (list.OwnerId !== regionWorld.accountId) {
    throw new AwsError(
      "OperationNotPermitted",
      `The prefix list '${id}' is managed by ${list.OwnerId ?? ""}.`,
    );
  }
  if (list.State?.endsWith("-in-progress") === true) {
    throw new AwsError("IncorrectState", `The prefix list '${id}' is in the state ${list.State}.`);
  }
  return list;
}

/** Throws PrefixListVersionMismatch where the caller has seen another version than the present one. */
export function checkVersion(list: ManagedPrefixList, version: number | undefined): void {
  if (version === list.Version) return;
  throw new AwsError(
    "PrefixListVersionMismatch",
    `The prefix list '${list.PrefixListId ?? ""}' is at version ${String(list.Version)}.`,
  );
}

/** What a list holds from now on, as a version of its own. */
export function addVersion(
  { regionWorld }: Pick<HandlerContext, "regionWorld">,
  list: ManagedPrefixList,
  entries: PrefixListEntry[],
): void {
  const id = list.PrefixListId ?? "";
  const before = regionWorld.prefixListEntries[id];
  const version = list.Version ?? 0;
  const versions = regionWorld.prefixListVersions[id] ?? {};
  regionWorld.prefixListVersions[id] = {
    ...versions,
    ...(before === undefined ? {} : { [String(version)]: before }),
    [String(version + 1)]: entries,
  };
  regionWorld.prefixListEntries[id] = entries;
  list.Version = version + 1;
}

/** Shows that something is under way, and has it come to its end. */
export function beginChange(
  context: Pick<HandlerContext, "world" | "regionWorld" | "clock">,
  list: ManagedPrefixList,
  verb: "create" | "modify" | "restore" | "delete",
): void {
  list.State = `${verb}-in-progress` satisfies PrefixListState;
  scheduleInRegion(context, {
    kind: "prefix-list-changed",
    subject: list.PrefixListId ?? "",
    afterMs: TAKES_MS,
  });
}
