import { ec2, sts, type Step } from "../step";

/** Who calls, and what a region and its zones look like. */
export const accountSteps: readonly Step[] = [
  ec2("DescribeRegions", { RegionNames: ["eu-west-1", "us-east-1"] }),
  ec2("DescribeRegions", { RegionNames: ["mars-north-1"] }),
  ec2("DescribeAvailabilityZones", {}),
  ec2("DescribeAvailabilityZones", { ZoneNames: ["eu-west-1b"] }),
  ec2("DescribeAvailabilityZones", { Filters: [{ Name: "state", Values: ["available"] }] }),
  ec2("DescribeAvailabilityZones", { Filters: [{ Name: "zone-name", Values: ["eu-west-1c"] }] }),
  ec2("DescribeAccountAttributes", { AttributeNames: ["supported-platforms"] }),
  sts("GetCallerIdentity", {}),
];
