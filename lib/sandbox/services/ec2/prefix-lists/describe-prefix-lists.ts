import type {
  DescribePrefixListsCommandInput,
  DescribePrefixListsCommandOutput,
  PrefixList,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** AWS's own prefix lists with their CIDRs: those of the gateway endpoints' services. */
export const prefixListCollection: Collection<PrefixList> = {
  prefix: "pl",
  notFoundCode: "InvalidPrefixListId.NotFound",
  notFoundMessage: "The prefix list ID '{id}' does not exist",
  malformedCode: "InvalidPrefixListId.Malformed",
  list: ({ regionWorld }) =>
    regionWorld.managedPrefixLists
      .filter((list) => list.OwnerId === "AWS")
      .map((list) => ({
        PrefixListId: list.PrefixListId,
        PrefixListName: list.PrefixListName,
        Cidrs: (regionWorld.prefixListEntries[list.PrefixListId ?? ""] ?? []).flatMap(
          (entry) => entry.Cidr ?? [],
        ),
      })),
  idOf: (list) => list.PrefixListId,
  filters: {
    "prefix-list-id": (list) => list.PrefixListId,
    "prefix-list-name": (list) => list.PrefixListName,
  },
};

export const describePrefixLists: Handler<
  DescribePrefixListsCommandInput,
  Answer<DescribePrefixListsCommandOutput>
> = (context, input) => {
  const { PrefixListIds: ids, Filters, MaxResults, NextToken } = input;
  const { items, ...page } = describeCollection(context, prefixListCollection, {
    ids,
    Filters,
    MaxResults,
    NextToken,
  });
  return { PrefixLists: items, ...page };
};
