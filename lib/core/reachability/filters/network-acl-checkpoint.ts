import { compileNetworkAcl, type AclEntry, type CompiledNetworkAcl } from "../compile/network-acl";
import type { NetworkIndex } from "../index/network-index";
import type { AddressRange } from "../sets/address-range";
import {
  ALL_TRAFFIC,
  intersectTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  subtractTraffic,
  uniteTraffic,
  type Traffic,
} from "../sets/traffic";
import type { Evidence, Explanation } from "../trace";
import { holdsFor, type Cuts } from "../walk/cuts";
import { unknownPass, type Checkpoint } from "./checkpoint";
import { describeTraffic } from "./describe-traffic";

export interface AclCrossing {
  subnetId: string;
  /** Out of the subnet, or into it. */
  egress: boolean;
  /** The far end's address: destination when going out, source when coming in. */
  peer: AddressRange;
  /** It in words. */
  far: () => string;
  direction: "forward" | "return";
}

/**
 * What a subnet's network ACL lets through. Entries are tried in order; the first that matches decides; nothing
 * matched is denied. A network ACL that was not read may allow or deny. Source: VPC User Guide, "Network ACLs".
 */
export function networkAclCheckpoint(index: NetworkIndex, crossing: AclCrossing, cuts: Cuts): Checkpoint {
  const effective = index.networkAclOfSubnet(crossing.subnetId);
  if (effective.status === "unknown") {
    return unknownPass({
      code: "NOT_EVALUATED_UNREAD",
      message: `The network ACL of ${crossing.subnetId} is not known: ${effective.reason}.`,
      resourceId: crossing.subnetId,
    });
  }
  const compiled = compileNetworkAcl(effective.networkAcl.resource);
  const { allowed, denials } = decide(
    crossing.egress ? compiled.egress : compiled.ingress,
    crossing.peer,
    cuts,
  );
  return {
    must: allowed,
    may: allowed,
    explain: (stopped) => explainDenials(effective.networkAclId, crossing, denials, stopped),
    admit: (passing) =>
      admittingEntries(compiled, { networkAclId: effective.networkAclId, crossing, cuts }, passing),
    missing: [],
  };
}

interface Denial {
  /** Null where no entry matched. */
  entry: AclEntry | null;
  traffic: Traffic;
}

function decide(
  entries: readonly AclEntry[],
  peer: AddressRange,
  cuts: Cuts,
): { allowed: Traffic; denials: Denial[] } {
  let open = ALL_TRAFFIC;
  let allowed = NO_TRAFFIC;
  const denials: Denial[] = [];
  for (const entry of entries) {
    if (!holdsFor(entry.range, peer, cuts)) continue;
    const matched = intersectTraffic(open, entry.traffic);
    if (entry.allow) allowed = uniteTraffic(allowed, matched);
    else denials.push({ entry, traffic: matched });
    open = subtractTraffic(open, entry.traffic);
    if (isNoTraffic(open)) break;
  }
  denials.push({ entry: null, traffic: open });
  return { allowed, denials };
}

/** The entries that let some of this traffic through: with ranges of ports, there can be several. */
function admittingEntries(
  { ingress, egress }: CompiledNetworkAcl,
  { networkAclId, crossing, cuts }: { networkAclId: string; crossing: AclCrossing; cuts: Cuts },
  passing: Traffic,
): Evidence[] {
  const way = crossing.egress ? "outbound" : "inbound";
  const found: Evidence[] = [];
  let open = passing;
  for (const { range, traffic, allow, ruleNumber, text } of crossing.egress ? egress : ingress) {
    if (!holdsFor(range, crossing.peer, cuts) || isNoTraffic(intersectTraffic(open, traffic))) continue;
    open = subtractTraffic(open, traffic);
    if (!allow) continue;
    const what = `${describeTraffic(traffic)} ${crossing.egress ? "to" : "from"} ${text}`;
    found.push({ resourceId: networkAclId, fact: `${way} rule ${ruleNumber}: allow ${what}` });
  }
  return found;
}

function explainDenials(
  networkAclId: string,
  { subnetId, egress, far, direction }: AclCrossing,
  denials: readonly Denial[],
  stopped: Traffic,
): Explanation[] {
  const way = egress ? "outbound" : "inbound";
  return denials.flatMap(({ entry, traffic }) => {
    const denied = intersectTraffic(traffic, stopped);
    if (isNoTraffic(denied)) return [];
    const rule = entry && entry.ruleNumber <= 32766 ? `rule ${entry.ruleNumber}` : "default rule *";
    const what = describeTraffic(denied);
    const whose = direction === "return" ? "the reply's " : "";
    return {
      code: "SUBNET_ACL_RESTRICTION" as const,
      direction,
      effect: "connectivity" as const,
      resourceId: networkAclId,
      evidence: [
        { resourceId: networkAclId, fact: `${way} ${rule}: deny ${entry?.text ?? "everything else"}` },
      ],
      message: `Network ACL ${networkAclId} of ${subnetId} denies ${whose}${what} ${egress ? "to" : "from"} ${far()} by ${way} ${rule}.`,
    };
  });
}
