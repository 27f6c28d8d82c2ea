import type {
  DescribeNetworkInterfacesCommandInput,
  DescribeNetworkInterfacesCommandOutput,
  NetworkInterface,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { networkInterfaceFilters } from "./network-interface-filters";

/** Network interfaces. */
export const networkInterfaceCollection: Collection<NetworkInterface> = {
  prefix: "eni",
  notFoundCode: "InvalidNetworkInterfaceID.NotFound",
  notFoundMessage: "The networkInterface ID '{id}' does not exist",
  malformedCode: "InvalidNetworkInterfaceId.Malformed",
  list: ({ regionWorld }) => regionWorld.networkInterfaces,
  idOf: (eni) => eni.NetworkInterfaceId,
  tagsOf: (eni) => eni.TagSet,
  filters: networkInterfaceFilters,
};

export const describeNetworkInterfaces: Handler<
  DescribeNetworkInterfacesCommandInput,
  Answer<DescribeNetworkInterfacesCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, networkInterfaceCollection, {
    ids: input.NetworkInterfaceIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { NetworkInterfaces: items, ...page };
};
