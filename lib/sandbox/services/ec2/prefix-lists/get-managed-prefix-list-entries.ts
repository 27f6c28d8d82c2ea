import type {
  GetManagedPrefixListEntriesCommandInput,
  GetManagedPrefixListEntriesCommandOutput,
  PrefixListEntry,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { paginate } from "../describe/paginate";
import { getPrefixList } from "./own-prefix-list";

/** What a list holds, or held in a version of its own. AWS's lists have no versions. */
function entriesOf(regionWorld: RegionWorld, id: string, version: number | undefined): PrefixListEntry[] {
  const list = getPrefixList(regionWorld, id);
  if (version === undefined || version === list.Version) return regionWorld.prefixListEntries[id] ?? [];
  const entries = regionWorld.prefixListVersions[id]?.[String(version)];
  if (entries !== undefined) return entries;
  throw new AwsError("InvalidParameterValue", `The target version ${String(version)} does not exist`);
}

export const getManagedPrefixListEntries: Handler<
  GetManagedPrefixListEntriesCommandInput,
  Answer<GetManagedPrefixListEntriesCommandOutput>
> = ({ regionWorld }, input) => {
  const { PrefixListId: id = "", TargetVersion: version } = input;
  const { items, ...page } = paginate(entriesOf(regionWorld, id, version), input, {
    question: JSON.stringify(["GetManagedPrefixListEntries", id, version]),
    keyOf: (entry) => entry.Cidr,
  });
  return { Entries: items, ...page };
};
