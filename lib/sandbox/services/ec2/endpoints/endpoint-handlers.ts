import type { HandlerTable } from "../../../handler";
import { describeManagedPrefixLists } from "./describe-managed-prefix-lists";
import { describePrefixLists } from "./describe-prefix-lists";
import { describeVpcEndpoints } from "./describe-vpc-endpoints";
import { getManagedPrefixListEntries } from "./get-managed-prefix-list-entries";

/** Operations on VPC endpoints and prefix lists. */
export const endpointHandlers = {
  DescribeManagedPrefixLists: describeManagedPrefixLists,
  DescribePrefixLists: describePrefixLists,
  DescribeVpcEndpoints: describeVpcEndpoints,
  GetManagedPrefixListEntries: getManagedPrefixListEntries,
} satisfies HandlerTable;
