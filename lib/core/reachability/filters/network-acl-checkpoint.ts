import type { AclDecision } from "../compile/acl-decisions";
import { compileNetworkAcl } from "../compile/network-acl";
import type { NetworkIndex } from "../index/network-index";
import type { AddressRange } from "../sets/address-range";
import type { Evidence, Explanation } from "../trace";
import type { Cuts } from "../walk/cuts";
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
  const { networkAclId, networkAcl } = effective;
  if (networkAcl.resource.Entries === undefined) {
    const message = `The entries of ${networkAclId}, the network ACL of ${crossing.subnetId}, were not read.`;
    return unknownPass({ code: "NOT_EVALUATED_UNREAD", message, resourceId: networkAclId });
  }
  const compiled = compileNetworkAcl(networkAcl.resource);
  const entries = crossing.egress ? compiled.egress : compiled.ingress;
  const allowed = entries.allowedFor(crossing.peer, cuts);
  return {
    must: allowed,
    may: allowed,
    explain: (stopped) => explainDenials(networkAclId, crossing, entries.decide(crossing.peer, stopped)),
    admit: (passing) => admittingEntries(networkAclId, crossing, entries.decide(crossing.peer, passing)),
    missing: [],
  };
}

/** The entries that let some of this traffic through: with ranges of ports, there can be several. */
function admittingEntries(
  networkAclId: string,
  { egress }: AclCrossing,
  decisions: readonly AclDecision[],
): Evidence[] {
  const way = egress ? "outbound" : "inbound";
  return decisions.flatMap(({ entry }) => {
    if (entry?.allow !== true) return [];
    const { traffic, text, ruleNumber } = entry;
    const what = `${describeTraffic(traffic)} ${egress ? "to" : "from"} ${text}`;
    return { resourceId: networkAclId, fact: `${way} rule ${ruleNumber}: allow ${what}` };
  });
}

/** Of what is stopped: nothing of that is allowed. */
function explainDenials(
  networkAclId: string,
  { subnetId, egress, far, direction }: AclCrossing,
  decisions: readonly AclDecision[],
): Explanation[] {
  const way = egress ? "outbound" : "inbound";
  return decisions.map(({ entry, traffic: denied }) => {
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
