import type {
  ManagedPrefixList,
  ModifyManagedPrefixListCommandInput,
  ModifyManagedPrefixListCommandOutput,
  PrefixListEntry,
  RestoreManagedPrefixListVersionCommandInput,
  RestoreManagedPrefixListVersionCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { addVersion, beginChange, checkVersion, getOwnPrefixList } from "./own-prefix-list";
import { checkRoom, readEntries, readMaxEntries, readName } from "./read-entries";

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

/** What a list holds after a request, or undefined where the request changes no entries. */
function readChange(
  { regionWorld }: HandlerContext,
  list: ManagedPrefixList,
  input: ModifyManagedPrefixListCommandInput,
): PrefixListEntry[] | undefined {
  const { AddEntries = [], RemoveEntries = [] } = input;
  if (AddEntries.length + RemoveEntries.length === 0) return undefined;
  checkVersion(list, input.CurrentVersion);
  const present = regionWorld.prefixListEntries[list.PrefixListId ?? ""] ?? [];
  const removed = readEntries(RemoveEntries, list.AddressFamily).map((entry) => entry.Cidr);
  const added = readEntries(AddEntries, list.AddressFamily);
  const unknown = removed.find((cidr) => !present.some((entry) => entry.Cidr === cidr));
  if (unknown !== undefined) refuse(`The prefix list has no entry '${unknown}'.`);
  const both = added.find((entry) => removed.includes(entry.Cidr));
  if (both !== undefined) refuse(`The CIDR '${both.Cidr ?? ""}' is both added and removed.`);
  const twice = added.find((entry) => present.some((other) => other.Cidr === entry.Cidr));
  if (twice !== undefined) refuse(`The prefix list has an entry '${twice.Cidr ?? ""}' already.`);
  return [...present.filter((entry) => !removed.includes(entry.Cidr)), ...added];
}

/** A new version where entries change; a new name or size changes none. */
export const modifyManagedPrefixList: Handler<
  ModifyManagedPrefixListCommandInput,
  Answer<ModifyManagedPrefixListCommandOutput>
> = (context, input) => {
  const list = getOwnPrefixList(context.regionWorld, input.PrefixListId ?? "");
  const entries = readChange(context, list, input);
  const { MaxEntries, PrefixListName } = input;
  if (entries !== undefined && MaxEntries !== undefined) {
    // The API reference: "You cannot modify the entries […] and modify the size of a prefix list at the same time."
    throw new AwsError(
      "InvalidParameterCombination",
      "You cannot modify the entries of a prefix list and modify the size of a prefix list at the same time.",
    );
  }
  const maxEntries = MaxEntries === undefined ? (list.MaxEntries ?? 0) : readMaxEntries(MaxEntries);
  checkRoom(entries ?? context.regionWorld.prefixListEntries[list.PrefixListId ?? ""] ?? [], maxEntries);
  if (PrefixListName !== undefined) list.PrefixListName = readName(PrefixListName);
  list.MaxEntries = maxEntries;
  if (entries !== undefined) addVersion(context, list, entries);
  beginChange(context, list, "modify");
  return { PrefixList: list };
};

/** Makes a new version of what an earlier one held. */
export const restoreManagedPrefixListVersion: Handler<
  RestoreManagedPrefixListVersionCommandInput,
  Answer<RestoreManagedPrefixListVersionCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const id = input.PrefixListId ?? "";
  const list = getOwnPrefixList(regionWorld, id);
  checkVersion(list, input.CurrentVersion);
  const entries = regionWorld.prefixListVersions[id]?.[String(input.PreviousVersion)];
  if (entries === undefined) {
    return refuse(`The target version ${String(input.PreviousVersion)} does not exist`);
  }
  checkRoom(entries, list.MaxEntries ?? 0);
  addVersion(context, list, entries);
  beginChange(context, list, "restore");
  return { PrefixList: list };
};
