import { CopyId } from "@/components/ui/action/copy-id";
import type { Reaches } from "@/lib/contract/reachability/matrix";
import { explanationCodes } from "@/lib/core/reachability/explanation-codes";
import { subnetsWords } from "@/lib/core/reachability/sentence/subnets-words";
import { IPV6_INTERNET } from "@/lib/core/reachability/targets/ipv6-internet-key";

export interface ReachDetailProps {
  item: Reaches["items"][number];
  reaches: Reaches;
  nameOf: (subnetId: string) => string | null;
}

/** By which gateway a target is reached and as whom, or why it is not. */
export function ReachDetail({ item, reaches, nameOf }: ReachDetailProps) {
  const { target, verdict, subnets, through } = item;
  const codes = verdict === "unknown" ? item.unknownCodes : item.codes;
  const isInternet = target.kind === "internet" && verdict !== "unreachable";
  const isIpv6 = target.key === IPV6_INTERNET;
  const addresses = isIpv6 ? reaches.publicIpv6Addresses : reaches.publicAddresses;
  // That it is the same from each subnet goes without saying where all works, or nothing.
  const words = verdict === "reachable" || verdict === "unreachable" ? "" : subnetsWords(subnets, nameOf);
  const peer =
    target.vpcId === null || target.kind === "peer-vpc"
      ? undefined
      : reaches.peers.find(({ vpcId }) => vpcId === target.vpcId);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      {verdict !== "reachable" && codes.length > 0 && (
        <span title={codes.join(", ")}>{codes.map((code) => explanationCodes[code]).join(" ")}</span>
      )}
      {through && (
        <span title={through.gateways.map(({ resourceId }) => resourceId).join(", ")}>
          through {through.kind} {listed(through.gateways)}
        </span>
      )}
      {isInternet && addresses.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-2">
          seen from outside as
          {addresses.map(({ address }) => (
            <CopyId key={address} value={address} />
          ))}
        </span>
      )}
      {isInternet && reaches.vpcId === null && (
        <span>by Lambda’s own network, with addresses of AWS’s that change</span>
      )}
      {words !== "" && <span className="text-ink-muted">{words}</span>}
      {peer && (
        <span className="text-ink-muted">
          in {peer.name}
          {peer.accountId !== null && `, account ${peer.accountId}`}
        </span>
      )}
    </span>
  );
}

function listed(gateways: readonly { resourceId: string; name: string | null }[]): string {
  return new Intl.ListFormat("en-GB").format(gateways.map(({ resourceId, name }) => name ?? resourceId));
}
