import type {
  GetManagedPrefixListEntriesCommandInput,
  GetManagedPrefixListEntriesCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { paginate } from "../describe/paginate";
import { idError } from "../describe/pick-by-ids";
import { managedPrefixListIds } from "./managed-prefix-list-ids";

/** The CIDRs of a prefix list, in its present version: the sandbox keeps no history. */
export const getManagedPrefixListEntries: Handler<
  GetManagedPrefixListEntriesCommandInput,
  Answer<GetManagedPrefixListEntriesCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.PrefixListId ?? "";
  const list = regionWorld.managedPrefixLists.find((candidate) => candidate.PrefixListId === id);
  if (list === undefined) throw idError(managedPrefixListIds, id);
  if (input.TargetVersion !== undefined && input.TargetVersion !== list.Version) {
    throw new AwsError(
      "InvalidParameterValue",
      `The target version ${String(input.TargetVersion)} does not exist`,
    );
  }
  const { items, ...page } = paginate(regionWorld.prefixListEntries[id] ?? [], input, {
    question: JSON.stringify(["GetManagedPrefixListEntries", id]),
    bounds: { min: 1, max: 100 },
  });
  return { Entries: items, ...page };
};
