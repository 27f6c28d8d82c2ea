import type { HandlerTable } from "../../../handler";
import { describeManagedPrefixLists } from "./describe-managed-prefix-lists";
import { describePrefixLists } from "./describe-prefix-lists";
import { getManagedPrefixListEntries } from "./get-managed-prefix-list-entries";

/** Operations on prefix lists. */
export const prefixListHandlers = {
  DescribeManagedPrefixLists: describeManagedPrefixLists,
  DescribePrefixLists: describePrefixLists,
  GetManagedPrefixListEntries: getManagedPrefixListEntries,
} satisfies HandlerTable;
