import type {
  DescribeNetworkInterfacesCommandInput,
  DescribeNetworkInterfacesCommandOutput,
  NetworkInterface,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { networkInterfaceFilters } from "./network-interface-filters";
import { networkInterfaceIds } from "./network-interface-ids";

/** Network interfaces. */
const networkInterfaceCollection: Collection<NetworkInterface> = {
  ...networkInterfaceIds,
  list: ({ regionWorld }) => regionWorld.networkInterfaces,
  idOf: (eni) => eni.NetworkInterfaceId,
  tagsOf: (eni) => eni.TagSet,
  filters: networkInterfaceFilters,
};

/** `IncludeManagedResources` changes nothing: no account of the sandbox hides what services manage. */
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
