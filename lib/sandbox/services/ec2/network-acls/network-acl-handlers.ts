import type { HandlerTable } from "../../../handler";
import {
  createNetworkAclEntry,
  deleteNetworkAclEntry,
  replaceNetworkAclEntry,
} from "./change-network-acl-entries";
import { createNetworkAcl } from "./create-network-acl";
import { deleteNetworkAcl } from "./delete-network-acl";
import { describeNetworkAcls } from "./describe-network-acls";
import { replaceNetworkAclAssociation } from "./replace-network-acl-association";

/** Operations on network ACLs. */
export const networkAclHandlers = {
  CreateNetworkAcl: createNetworkAcl,
  CreateNetworkAclEntry: createNetworkAclEntry,
  DeleteNetworkAcl: deleteNetworkAcl,
  DeleteNetworkAclEntry: deleteNetworkAclEntry,
  DescribeNetworkAcls: describeNetworkAcls,
  ReplaceNetworkAclAssociation: replaceNetworkAclAssociation,
  ReplaceNetworkAclEntry: replaceNetworkAclEntry,
} satisfies HandlerTable;
