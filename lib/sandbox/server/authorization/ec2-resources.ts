import type { RegionWorld } from "../../world/world";
import type { ConditionContext } from "../../services/iam/evaluation/condition-context";
import { isRecord, resourceTagKeys, textOf, toTagRecord } from "./authorized-call";

/** Prefix of an id -> its type in ARNs ("Resource types defined by Amazon EC2", Service Authorization Reference). */
const TYPES: Readonly<Record<string, string>> = {
  acl: "network-acl",
  cgw: "customer-gateway",
  dopt: "dhcp-options",
  eigw: "egress-only-internet-gateway",
  eipalloc: "elastic-ip",
  eni: "network-interface",
  i: "instance",
  igw: "internet-gateway",
  nat: "natgateway",
  nia: "network-insights-analysis",
  nip: "network-insights-path",
  pcx: "vpc-peering-connection",
  pl: "prefix-list",
  rtb: "route-table",
  sg: "security-group",
  sgr: "security-group-rule",
  subnet: "subnet",
  tgw: "transit-gateway",
  "tgw-attach": "transit-gateway-attachment",
  "tgw-rtb": "transit-gateway-route-table",
  vgw: "vpn-gateway",
  vpc: "vpc",
  vpce: "vpc-endpoint",
  vpn: "vpn-connection",
};

/** The type of a resource by its id, or undefined for an id of another kind. */
export function typeOfId(id: string): string | undefined {
  const prefix = id.slice(0, id.lastIndexOf("-"));
  return Object.hasOwn(TYPES, prefix) ? TYPES[prefix] : undefined;
}

export function ec2Arn(place: { region: string; accountId: string }, type: string, id: string): string {
  return `arn:aws:ec2:${place.region}:${place.accountId}:${type}/${id}`;
}

/** The members that may hold a record's own id, and not one that it refers to: its own id stands in its own list. */
function ownIdMembers(record: unknown, list: string): string[] {
  return Object.keys(isRecord(record) ? record : {}).filter((member) => {
    const noun = member.slice(0, -2).toLowerCase();
    return (
      member.endsWith("Id") &&
      (list.toLowerCase().startsWith(noun) || noun === "group" || noun === "allocation")
    );
  });
}

/** Large worlds have tens of thousands of records: the list that bears the type's name is looked at, if there is one. */
function findIn(world: object, id: string, type: string): Record<string, unknown> | undefined {
  const noun = type.replaceAll("-", "");
  const lists = Object.entries(world).filter(([, value]) => Array.isArray(value));
  const named = lists.filter(([list]) => list.toLowerCase().startsWith(noun));
  for (const [list, value] of named.length > 0 ? named : lists) {
    const records: readonly unknown[] = Array.isArray(value) ? value : [];
    // All records of a list name their own id alike: asking each for its members took 30 ms of 20,000 interfaces.
    const members = ownIdMembers(records[0], list);
    const found = records.find(
      (record) => isRecord(record) && members.some((member) => record[member] === id),
    );
    if (isRecord(found)) return found;
  }
  return undefined;
}

/** What policies can ask about an existing resource: its tags and its VPC. */
export function ec2ResourceKeys(regionWorld: RegionWorld, id: string, type: string): ConditionContext {
  const { transit, ...own } = regionWorld;
  const resource = findIn(own, id, type) ?? findIn(transit, id, type) ?? {};
  const tags = toTagRecord(resource["Tags"] ?? resource["TagSet"]);
  const vpcId = textOf(resource, "VpcId");
  const vpcKey =
    vpcId === undefined
      ? {}
      : type === "vpc"
        ? { "ec2:VpcID": [vpcId] }
        : { "ec2:Vpc": [ec2Arn(regionWorld, "vpc", vpcId)] };
  const ec2Tags = Object.entries(tags).map(([key, value]) => [`ec2:ResourceTag/${key}`, [value]] as const);
  return { ...resourceTagKeys(tags), ...Object.fromEntries(ec2Tags), ...vpcKey };
}
