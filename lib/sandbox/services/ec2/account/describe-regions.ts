import type { DescribeRegionsCommandInput, DescribeRegionsCommandOutput, Region } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { REGION_NAMES } from "../../../world/region-names";
import { createFilter } from "../describe/match-filters";

/** Regions that an account must opt in to: those launched after March 2019 ("Manage AWS Regions"). */
const OPT_IN_REGIONS = new Set([
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-south-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-7",
  "ca-west-1",
  "eu-central-2",
  "eu-south-1",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "mx-central-1",
]);

function toRegion(name: string): Region {
  return {
    RegionName: name,
    Endpoint: `ec2.${name}.amazonaws.com`,
    OptInStatus: OPT_IN_REGIONS.has(name) ? "not-opted-in" : "opt-in-not-required",
  };
}

/** The regions of the account, which has opted in to none. */
export const describeRegions: Handler<DescribeRegionsCommandInput, Answer<DescribeRegionsCommandOutput>> = (
  _context,
  input,
) => {
  const names = input.RegionNames ?? [];
  const unknown = names.find((name) => !REGION_NAMES.includes(name));
  if (unknown !== undefined) throw new AwsError("InvalidParameterValue", `Invalid region names: ${unknown}`);
  const passes = createFilter<Region>(input.Filters, {
    endpoint: (region) => region.Endpoint,
    "opt-in-status": (region) => region.OptInStatus,
    "region-name": (region) => region.RegionName,
  });
  const isListed = (region: Region): boolean =>
    names.length > 0 || input.AllRegions === true || region.OptInStatus !== "not-opted-in";
  const regions = REGION_NAMES.filter((name) => names.length === 0 || names.includes(name)).map(toRegion);
  return { Regions: regions.filter((region) => isListed(region) && passes(region)) };
};
