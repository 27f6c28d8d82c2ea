import { ec2ControlCalls } from "./ec2-control-calls";
import { ec2GatewayCalls } from "./ec2-gateway-calls";
import { ec2TransitCalls } from "./ec2-transit-calls";
import { ec2VpcCalls } from "./ec2-vpc-calls";
import { elasticacheCalls } from "./elasticache-calls";
import { elbv2Calls } from "./elbv2-calls";
import { lambdaCalls } from "./lambda-calls";
import { rdsCalls } from "./rds-calls";
import type { AnyRegionCall } from "./region-call";

/** Every read of a region, the ones that others depend on first. */
export const regionCalls: readonly AnyRegionCall[] = [
  ...lambdaCalls,
  ...ec2VpcCalls,
  ...ec2GatewayCalls,
  ...ec2TransitCalls,
  ...ec2ControlCalls,
  ...rdsCalls,
  ...elasticacheCalls,
  ...elbv2Calls,
];
