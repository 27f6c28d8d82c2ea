import type { HandlerTable } from "../../../handler";
import {
  describeVpcBlockPublicAccessOptions,
  modifyVpcBlockPublicAccessOptions,
} from "./block-public-access/block-public-access-options";
import {
  createVpcBlockPublicAccessExclusion,
  deleteVpcBlockPublicAccessExclusion,
  modifyVpcBlockPublicAccessExclusion,
} from "./block-public-access/change-exclusions";
import { describeVpcBlockPublicAccessExclusions } from "./block-public-access/describe-exclusions";
import { describeAccountAttributes } from "./describe-account-attributes";
import { describeAvailabilityZones } from "./describe-availability-zones";
import { describeRegions } from "./describe-regions";
import {
  describeAccountVpcEncryptionControl,
  modifyAccountVpcEncryptionControl,
} from "./encryption-controls/account-encryption-control";
import { createVpcEncryptionControl } from "./encryption-controls/create-vpc-encryption-control";
import { describeVpcEncryptionControls } from "./encryption-controls/describe-vpc-encryption-controls";
import { getVpcResourcesBlockingEncryptionEnforcement } from "./encryption-controls/get-vpc-resources-blocking-encryption-enforcement";
import {
  deleteVpcEncryptionControl,
  modifyVpcEncryptionControl,
} from "./encryption-controls/modify-vpc-encryption-control";

/** Operations on what an account has in a region as a whole. */
export const accountHandlers = {
  CreateVpcBlockPublicAccessExclusion: createVpcBlockPublicAccessExclusion,
  CreateVpcEncryptionControl: createVpcEncryptionControl,
  DeleteVpcBlockPublicAccessExclusion: deleteVpcBlockPublicAccessExclusion,
  DeleteVpcEncryptionControl: deleteVpcEncryptionControl,
  DescribeAccountAttributes: describeAccountAttributes,
  DescribeAccountVpcEncryptionControl: describeAccountVpcEncryptionControl,
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeRegions: describeRegions,
  DescribeVpcBlockPublicAccessExclusions: describeVpcBlockPublicAccessExclusions,
  DescribeVpcBlockPublicAccessOptions: describeVpcBlockPublicAccessOptions,
  DescribeVpcEncryptionControls: describeVpcEncryptionControls,
  GetVpcResourcesBlockingEncryptionEnforcement: getVpcResourcesBlockingEncryptionEnforcement,
  ModifyAccountVpcEncryptionControl: modifyAccountVpcEncryptionControl,
  ModifyVpcBlockPublicAccessExclusion: modifyVpcBlockPublicAccessExclusion,
  ModifyVpcBlockPublicAccessOptions: modifyVpcBlockPublicAccessOptions,
  ModifyVpcEncryptionControl: modifyVpcEncryptionControl,
} satisfies HandlerTable;
