import { interfacePlacement } from "../network/connections/lambda-interface";
import type { Attachment } from "../network/vpc-config";
import type { InterfaceChange, InterfaceChanges } from "./change-plan";
import type { PlanFacts } from "./plan-facts";

interface Pair {
  subnetId: string;
  securityGroupIds: string[];
}

/**
 * Which Hyperplane interfaces come, are shared, go or stay. Lambda keeps one per (subnet, set of security groups) of an
 * account, used by every function and published version with that pair (Lambda Developer Guide, "Configuring VPC").
 */
export function planInterfaceChanges(
  facts: Pick<PlanFacts, "before" | "after" | "interfaces" | "users">,
): InterfaceChanges {
  const before = toPairs(facts.before);
  const after = toPairs(facts.after);
  const afterKeys = new Set(after.map(pairKey));
  const beforeKeys = new Set(before.map(pairKey));
  const changes: InterfaceChanges = { created: [], shared: [], released: [], kept: [] };
  for (const pair of after) {
    const change = describe(pair, facts);
    const isThere =
      exists(change, facts) || (facts.interfaces.status === "unread" && beforeKeys.has(pairKey(pair)));
    (isThere ? changes.shared : changes.created).push(change);
  }
  for (const pair of before) {
    if (afterKeys.has(pairKey(pair))) continue;
    const change = describe(pair, facts);
    if (facts.interfaces.status === "read" && change.networkInterfaceId === null) continue;
    (change.sharedBy.length > 0 ? changes.kept : changes.released).push(change);
  }
  const uncertainty = describeUncertainty(facts);
  return uncertainty === undefined ? changes : { ...changes, uncertainty };
}

function pairKey({ subnetId, securityGroupIds }: Pair): string {
  return interfacePlacement(subnetId, securityGroupIds);
}

function toPairs(attachment: Attachment | null): Pair[] {
  if (attachment === null) return [];
  const securityGroupIds = [...attachment.securityGroupIds].sort();
  return attachment.subnetIds.map((subnetId) => ({ subnetId, securityGroupIds }));
}

function describe(pair: Pair, facts: Pick<PlanFacts, "interfaces" | "users">): InterfaceChange {
  const key = pairKey(pair);
  const known = facts.interfaces.status === "read" ? facts.interfaces.value : [];
  const users = facts.users.status === "read" ? facts.users.value : [];
  return {
    networkInterfaceId: known.find((one) => pairKey(one) === key)?.networkInterfaceId ?? null,
    ...pair,
    sharedBy: users
      .filter(({ attachment }) => toPairs(attachment).some((used) => pairKey(used) === key))
      .map(({ label }) => label)
      .sort(),
  };
}

/** Where interfaces were not read, another user of the pair makes it likely that one is there. */
function exists(change: InterfaceChange, facts: Pick<PlanFacts, "interfaces">): boolean {
  if (facts.interfaces.status === "read") return change.networkInterfaceId !== null;
  return change.sharedBy.length > 0;
}

function describeUncertainty(facts: Pick<PlanFacts, "interfaces" | "users">): string | undefined {
  const reasons: string[] = [];
  if (facts.interfaces.status === "unread") {
    reasons.push(
      `The network interfaces could not be read (${facts.interfaces.reason}), so this is derived from who uses which subnets and groups.`,
    );
  }
  if (facts.users.status === "unread") {
    reasons.push(
      `Not all functions and versions could be read (${facts.users.reason}), so others may share these interfaces.`,
    );
  }
  return reasons.length === 0 ? undefined : reasons.join(" ");
}
