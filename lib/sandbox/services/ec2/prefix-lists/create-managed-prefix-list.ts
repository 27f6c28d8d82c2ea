import type {
  CreateManagedPrefixListCommandInput,
  CreateManagedPrefixListCommandOutput,
  ManagedPrefixList,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { specifiedTags } from "../requests/specified-tags";
import { addVersion, beginChange } from "./own-prefix-list";
import { checkRoom, readEntries, readMaxEntries, readName } from "./read-entries";

/** "Prefix lists per Region" (VPC user guide: Amazon VPC quotas). */
const LISTS_PER_REGION = 100;

function readFamily(family: string | undefined): string {
  if (family === "IPv4" || family === "IPv6") return family;
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${family ?? ""}) for parameter addressFamily is invalid. Valid values are IPv4 and IPv6.`,
  );
}

function create(context: HandlerContext, input: CreateManagedPrefixListCommandInput): ManagedPrefixList {
  const { regionWorld, accountId, region, ids } = context;
  const PrefixListName = readName(input.PrefixListName ?? "");
  const AddressFamily = readFamily(input.AddressFamily);
  const MaxEntries = readMaxEntries(input.MaxEntries ?? 0);
  const entries = readEntries(input.Entries ?? [], AddressFamily);
  checkRoom(entries, MaxEntries);
  const Tags = specifiedTags(input.TagSpecifications, "prefix-list");
  const own = regionWorld.managedPrefixLists.filter((list) => list.OwnerId === accountId);
  if (own.length >= LISTS_PER_REGION) {
    throw new AwsError("PrefixListLimitExceeded", "The maximum number of prefix lists has been reached.");
  }
  const id = ids.id("pl");
  const list: ManagedPrefixList = {
    PrefixListId: id,
    AddressFamily,
    State: "create-in-progress",
    PrefixListArn: `arn:aws:ec2:${region}:${accountId}:prefix-list/${id}`,
    PrefixListName,
    MaxEntries,
    Version: 0,
    Tags,
    OwnerId: accountId,
  };
  regionWorld.managedPrefixLists.push(list);
  addVersion(context, list, entries);
  beginChange(context, list, "create");
  return list;
}

export const createManagedPrefixList: Handler<
  CreateManagedPrefixListCommandInput,
  Answer<CreateManagedPrefixListCommandOutput>
> = (context, input) => ({
  PrefixList: oncePerClientToken<ManagedPrefixList>(
    context,
    { operation: "CreateManagedPrefixList", input },
    {
      idOf: (list) => list.PrefixListId,
      find: (id) => context.regionWorld.managedPrefixLists.find((list) => list.PrefixListId === id),
      create: () => create(context, input),
    },
  ),
});
