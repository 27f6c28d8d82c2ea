/** Largest page that AWS gives (API references); what is not here answers in one page. */
const PAGE_SIZES = {
  ListFunctions: 50,
  DescribeRouteTables: 100,
  DescribeManagedPrefixLists: 100,
  DescribeEgressOnlyInternetGateways: 255,
  DescribeVpnGateways: Infinity,
  DescribeVpnConnections: Infinity,
  DescribeCustomerGateways: Infinity,
  DescribeAddresses: Infinity,
  DescribeAvailabilityZones: Infinity,
  "rds.DescribeDBInstances": 100,
  "rds.DescribeDBSubnetGroups": 100,
  "elasticache.DescribeCacheClusters": 100,
  "elasticache.DescribeCacheSubnetGroups": 100,
};
const EC2_PAGE = 1000;

/** Calls that are made once, or twice, for each of what another one found. */
const SUBJECTS = {
  DescribeVpcAttribute: { of: "DescribeVpcs", each: 2 },
  GetManagedPrefixListEntries: { of: "DescribeManagedPrefixLists", each: 1 },
  SearchTransitGatewayRoutes: { of: "DescribeTransitGatewayRouteTables", each: 1 },
  GetTransitGatewayRouteTableAssociations: { of: "DescribeTransitGatewayRouteTables", each: 1 },
  GetTransitGatewayRouteTablePropagations: { of: "DescribeTransitGatewayRouteTables", each: 1 },
};

/** The fewest requests by which each call can be read. None is due for states: they are read where somebody looks. */
export function minimumRequests(coverage, counts) {
  const items = new Map(coverage.map(({ call, items: count }) => [call, count ?? 0]));
  return new Map(
    coverage.map(({ call }) => {
      if (call === "GetFunction") return [call, 0];
      const subjects = SUBJECTS[call];
      if (subjects !== undefined) return [call, subjects.each * items.get(subjects.of)];
      // Pages are of instances; what is counted are reservations, which hold at least one.
      const count = call === "DescribeInstances" ? counts.Reservations : items.get(call);
      return [call, Math.max(1, Math.ceil((count ?? 0) / (PAGE_SIZES[call] ?? EC2_PAGE)))];
    }),
  );
}

/** AWS's bucket for a call: EC2 Developer Guide, "Request throttling"; Lambda Developer Guide, "Lambda quotas". */
function bucketOf(call) {
  if (call === "ListFunctions") return { capacity: 15, perSecond: 15 };
  return call.includes(".") ? { capacity: 20, perSecond: 10 } : { capacity: 100, perSecond: 20 };
}

/** The longest chain: pages follow each other, what needs an id follows the page with the id, and none beats its rate. */
export function lowerBoundMs(minimum, { latencyMs, share }) {
  const rateMs = (call, count) => {
    const { capacity, perSecond } = bucketOf(call);
    return (Math.max(0, count - capacity * share) / (perSecond * share)) * 1000 + latencyMs;
  };
  const chains = [...minimum].map(([call, count]) => {
    const subjects = SUBJECTS[call];
    if (subjects === undefined) return { call, ms: Math.max(count * latencyMs, rateMs(call, count)) };
    const parentMs = (minimum.get(subjects.of) ?? 1) * latencyMs;
    return { call, ms: count === 0 ? 0 : parentMs + rateMs(call, count) };
  });
  return chains.reduce((longest, chain) => (chain.ms > longest.ms ? chain : longest));
}
