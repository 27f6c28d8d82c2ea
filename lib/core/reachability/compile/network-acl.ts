import type { Resource } from "../../network/network";
import { firstTold } from "../../network/routing/first-told";
import { parseCidr } from "../sets/address-range";
import type { AclEntry } from "./acl-decisions";
import { EntryIndex } from "./entry-index";
import { trafficOfAclEntry } from "./traffic-of-rule";

export interface CompiledNetworkAcl {
  ingress: EntryIndex;
  egress: EntryIndex;
}

const compiled = new WeakMap<Resource<"NetworkAcls">, CompiledNetworkAcl>();

/** A network ACL's entries in the order in which AWS tries them. The last resort, a denial, need not be among them. */
export function compileNetworkAcl(networkAcl: Resource<"NetworkAcls">): CompiledNetworkAcl {
  const known = compiled.get(networkAcl);
  if (known) return known;
  const result = {
    ingress: new EntryIndex(entriesOf(networkAcl, false)),
    egress: new EntryIndex(entriesOf(networkAcl, true)),
  };
  compiled.set(networkAcl, result);
  return result;
}

function entriesOf({ Entries }: Resource<"NetworkAcls">, egress: boolean): AclEntry[] {
  const entries: Omit<AclEntry, "position">[] = [];
  for (const entry of Entries ?? []) {
    if ((entry.Egress ?? false) !== egress) continue;
    const text = firstTold(entry.CidrBlock, entry.Ipv6CidrBlock);
    const range = text === undefined ? null : parseCidr(text);
    if (text === undefined || range === null) continue;
    const ruleNumber = entry.RuleNumber ?? Number.MAX_SAFE_INTEGER;
    const traffic = trafficOfAclEntry(entry);
    entries.push({ ruleNumber, allow: entry.RuleAction === "allow", range, traffic, text });
  }
  return entries.sort(inTurn).map((entry, position) => ({ ...entry, position }));
}

/** AWS gives a number once in each direction; an import that gives it twice denies first, whatever its order. */
function inTurn(a: Omit<AclEntry, "position">, b: Omit<AclEntry, "position">): number {
  return (
    a.ruleNumber - b.ruleNumber || Number(a.allow) - Number(b.allow) || a.text.localeCompare(b.text, "en")
  );
}
