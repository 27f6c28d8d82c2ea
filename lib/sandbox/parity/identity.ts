import { isRecord, type Plain } from "./plain";

const IDENTIFYING =
  /(?:(?<!Revision)Id|Ids|Name|Key|Arn|Cidr|CidrBlock|CidrIp|CidrIpv6|RuleNumber|Egress|Protocol|Port|Value)$/;

/** What tells an item from its neighbours in a list: its ids, names and numbers, not its state. */
export function identityOf(value: Plain): string {
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(
    ([key, item]) => IDENTIFYING.test(key) && (typeof item !== "object" || item === null),
  );
  return JSON.stringify(members.length > 0 ? members : value);
}
