import type {
  DescribeDhcpOptionsCommandInput,
  DescribeDhcpOptionsCommandOutput,
  DhcpOptions,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** DHCP option sets. */
export const dhcpOptionsCollection: Collection<DhcpOptions> = {
  prefix: "dopt",
  notFoundCode: "InvalidDhcpOptionID.NotFound",
  notFoundMessage: "The dhcpOption ID '{id}' does not exist",
  malformedCode: "InvalidDhcpOptionsId.Malformed",
  list: ({ regionWorld }) => regionWorld.dhcpOptions,
  idOf: (options) => options.DhcpOptionsId,
  tagsOf: (options) => options.Tags,
  filters: {
    "dhcp-options-id": (options) => options.DhcpOptionsId,
    key: (options) => options.DhcpConfigurations?.map((item) => item.Key) ?? [],
    "owner-id": (options) => options.OwnerId,
    value: (options) =>
      options.DhcpConfigurations?.flatMap((item) => (item.Values ?? []).map((value) => value.Value)) ?? [],
  },
};

export const describeDhcpOptions: Handler<
  DescribeDhcpOptionsCommandInput,
  Answer<DescribeDhcpOptionsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, dhcpOptionsCollection, {
    ids: input.DhcpOptionsIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { DhcpOptions: items, ...page };
};
