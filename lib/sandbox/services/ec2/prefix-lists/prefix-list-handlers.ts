import type { HandlerTable } from "../../../handler";
import { createManagedPrefixList } from "./create-managed-prefix-list";
import { describeManagedPrefixLists } from "./describe-managed-prefix-lists";
import { describePrefixLists } from "./describe-prefix-lists";
import { getManagedPrefixListEntries } from "./get-managed-prefix-list-entries";
import { modifyManagedPrefixList, restoreManagedPrefixListVersion } from "./modify-managed-prefix-list";
import { deleteManagedPrefixList, getManagedPrefixListAssociations } from "./prefix-list-associations";

/** Operations on prefix lists. */
export const prefixListHandlers = {
  CreateManagedPrefixList: createManagedPrefixList,
  DeleteManagedPrefixList: deleteManagedPrefixList,
  DescribeManagedPrefixLists: describeManagedPrefixLists,
  DescribePrefixLists: describePrefixLists,
  GetManagedPrefixListAssociations: getManagedPrefixListAssociations,
  GetManagedPrefixListEntries: getManagedPrefixListEntries,
  ModifyManagedPrefixList: modifyManagedPrefixList,
  RestoreManagedPrefixListVersion: restoreManagedPrefixListVersion,
} satisfies HandlerTable;
