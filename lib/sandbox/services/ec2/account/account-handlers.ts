import type { HandlerTable } from "../../../handler";
import { describeAccountAttributes } from "./describe-account-attributes";
import { describeAvailabilityZones } from "./describe-availability-zones";
import { describeRegions } from "./describe-regions";

/** Operations on what an account has in a region as a whole. */
export const accountHandlers = {
  DescribeAccountAttributes: describeAccountAttributes,
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeRegions: describeRegions,
} satisfies HandlerTable;
