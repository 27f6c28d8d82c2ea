import type { DescribeRegionsCommandInput, DescribeRegionsCommandOutput, Region } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { OPT_IN_REGIONS, REGION_NAMES } from "../../../world/region-names";
import { createFilter } from "../describe/match-filters";

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
