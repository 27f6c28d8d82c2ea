import type {
  DescribeManagedPrefixListsCommandInput,
  DescribeManagedPrefixListsCommandOutput,
  ManagedPrefixList,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { managedPrefixListIds } from "./managed-prefix-list-ids";

/** Managed prefix lists, ours and AWS's. */
const managedPrefixListCollection: Collection<ManagedPrefixList> = {
  ...managedPrefixListIds,
  list: ({ regionWorld }) => regionWorld.managedPrefixLists,
  idOf: (list) => list.PrefixListId,
  tagsOf: (list) => list.Tags,
  filters: {
    "owner-id": (list) => list.OwnerId,
    "prefix-list-id": (list) => list.PrefixListId,
    "prefix-list-name": (list) => list.PrefixListName,
  },
};

export const describeManagedPrefixLists: Handler<
  DescribeManagedPrefixListsCommandInput,
  Answer<DescribeManagedPrefixListsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, managedPrefixListCollection, {
    ids: input.PrefixListIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { PrefixLists: items, ...page };
};
