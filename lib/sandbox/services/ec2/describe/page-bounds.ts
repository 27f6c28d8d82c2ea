import { AwsError } from "../../../aws-error";

/** What `MaxResults` may be. A capped operation takes any larger number for its largest page. */
interface PageBounds {
  min: number;
  max: number;
  isCapped?: true;
}

const USUAL: PageBounds = { min: 5, max: 1000 };
const SMALL: PageBounds = { min: 5, max: 255 };
const FROM_ONE: PageBounds = { min: 1, max: 100 };
/** "We return a maximum of 1,000 items": the API reference gives no bounds. */
const CAPPED: PageBounds = { min: 1, max: 1000, isCapped: true };

/** Operations whose bounds are not the usual ones (constraints of the EC2 service model, SDK of 2026). */
const UNUSUAL: Readonly<Record<string, PageBounds>> = {
  DescribeEgressOnlyInternetGateways: SMALL,
  DescribeManagedPrefixLists: FROM_ONE,
  DescribeNetworkInsightsAnalyses: FROM_ONE,
  DescribeNetworkInsightsPaths: FROM_ONE,
  DescribePrefixLists: CAPPED,
  DescribeRouteTables: { min: 5, max: 100 },
  DescribeStaleSecurityGroups: SMALL,
  DescribeVpcEndpointAssociations: FROM_ONE,
  DescribeVpcEndpointServices: CAPPED,
  DescribeVpcEndpoints: CAPPED,
  DescribeVpnConcentrators: { min: 200, max: 1000 },
  GetManagedPrefixListAssociations: SMALL,
  GetManagedPrefixListEntries: FROM_ONE,
};

/** The bounds of an operation's `MaxResults`, where it takes one. */
export function pageBoundsOf(operation: string): PageBounds {
  return (Object.hasOwn(UNUSUAL, operation) ? UNUSUAL[operation] : undefined) ?? USUAL;
}

/** Holds an EC2 operation's `MaxResults` to its bounds. Throws InvalidParameterValue. */
export function checkMaxResults(operation: string, input: Record<string, unknown>): void {
  const maxResults = input["MaxResults"];
  if (typeof maxResults !== "number") return;
  const { min, max, isCapped } = pageBoundsOf(operation);
  const refuse = (expected: string): never => {
    throw new AwsError(
      "InvalidParameterValue",
      `Value ( ${String(maxResults)} ) for parameter maxResults is invalid. Expecting a value ${expected}.`,
    );
  };
  if (!Number.isInteger(maxResults) || maxResults < min) refuse(`greater than ${String(min)}`);
  if (maxResults <= max) return;
  if (isCapped === undefined) refuse(`less than or equal to ${String(max)}`);
  input["MaxResults"] = max;
}
