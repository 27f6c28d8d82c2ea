import type { PrefixListState } from "@aws-sdk/client-ec2";
import type { Settlers } from "../../../world/settle-world";
import type { RegionWorld } from "../../../world/world";

const COMPLETE: Readonly<Record<string, PrefixListState>> = {
  "create-in-progress": "create-complete",
  "modify-in-progress": "modify-complete",
  "restore-in-progress": "restore-complete",
};

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function remove(regionWorld: RegionWorld, id: string): void {
  regionWorld.managedPrefixLists = regionWorld.managedPrefixLists.filter((list) => list.PrefixListId !== id);
  regionWorld.prefixListEntries = without(regionWorld.prefixListEntries, id);
  regionWorld.prefixListVersions = without(regionWorld.prefixListVersions, id);
}

/** The end of what was under way with a prefix list. */
export const prefixListSettlers: Settlers = {
  "prefix-list-changed": ({ regionWorld }, { subject: id }) => {
    const list = regionWorld.managedPrefixLists.find((candidate) => candidate.PrefixListId === id);
    if (list === undefined) return;
    if (list.State === "delete-in-progress") remove(regionWorld, id);
    else list.State = COMPLETE[list.State ?? ""] ?? list.State;
  },
};
