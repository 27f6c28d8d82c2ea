import type { DifferenceRow } from "../accepted-difference";
import { EC2_MODEL, ERROR_CODES } from "./sources";

const PAGED = [
  "DescribeVpcs",
  "DescribeSubnets",
  "DescribeSecurityGroups",
  "DescribeRouteTables",
  "DescribeNetworkAcls",
  "DescribeNetworkInterfaces",
  "DescribeNatGateways",
];
const PAGES = `${EC2_MODEL}: MaxResults and NextToken of these operations`;

/** moto pages none of these lists. */
export const pagingDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-lacks",
    in: PAGED,
    at: "output.sizes",
    moto: /^[67]$/,
    sandbox: /^[56] [12]$/,
    because: "a page has no more items than were asked for, and a token where more follow",
    source: PAGES,
  },
  {
    reason: "moto-lacks",
    in: ["DescribeSubnets"],
    at: "output.NextToken",
    moto: undefined,
    sandbox: "<token>",
    because: "a list that goes on has a token",
    source: PAGES,
  },
  {
    reason: "moto-lacks",
    in: ["DescribeSubnets"],
    at: "output.Subnets[]",
    moto: /"CidrBlock":"10\.90\.6\.0\/24"/,
    sandbox: undefined,
    because: "the sixth subnet is on the next page",
    source: PAGES,
  },
  {
    reason: "moto-lets-pass",
    in: PAGED,
    at: "error",
    moto: "200",
    sandbox: "400 InvalidPaginationToken",
    because:
      "a token that EC2 did not give for this question is refused; of most operations no answer is on record (mulgadc/spinifex has InvalidParameterValue for subnets), so the code common to all actions stands",
    source: `${ERROR_CODES}: InvalidPaginationToken`,
  },
  {
    reason: "moto-lets-pass",
    in: PAGED,
    at: "error",
    moto: "200",
    sandbox: "400 InvalidParameterValue",
    because: "page sizes have bounds, and DescribeVpcs refuses a token with this code",
    source: `${EC2_MODEL}: DescribeVpcsMaxResults and its like; boto/boto3 issue 2673`,
  },
  {
    reason: "moto-lets-pass",
    in: PAGED,
    at: "error",
    moto: "200",
    sandbox: "400 InvalidParameterCombination",
    because: "ids and a page size cannot be given together",
    source: "aws-facts 8.4; getmoto/moto moto/ec2/responses/instances.py: describe_instances",
  },
];
