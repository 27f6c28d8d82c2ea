"use client";

import { GapsCallout } from "@/components/layout/page/gaps-callout";
import { Callout } from "@/components/ui/feedback/callout";
import type { SubnetDetail } from "@/lib/contract/functions";
import type { VpcDetail } from "@/lib/contract/vpcs";
import { FilterList } from "./filter-list";
import { toggle, type NetworkChoice } from "./network-choice";
import { subnetNotices, whyNotSubnet } from "./option-reasons";
import { SubnetRow } from "./subnet-row";

export interface SubnetsStepProps {
  vpc: VpcDetail;
  choice: NetworkChoice;
  onChange: (choice: NetworkChoice) => void;
  error?: string | undefined;
}

const kindRank = { private: 0, isolated: 1, public: 2, unknown: 3 } as const;

/** The console's Subnets, with what it does not show: what makes each public or private, and its free addresses. */
export function SubnetsStep({ vpc, choice, onChange, error }: SubnetsStepProps) {
  const subnets = [...vpc.subnets].sort(
    (a, b) =>
      kindRank[a.kind] - kindRank[b.kind] ||
      (a.availabilityZone ?? "").localeCompare(b.availabilityZone ?? "", "en") ||
      nameOf(a).localeCompare(nameOf(b), "en"),
  );
  const chosen = subnets.filter((subnet) => choice.subnetIds.includes(subnet.subnetId));
  const notices = subnetNotices(chosen, choice.ipv6AllowedForDualStack);
  return (
    <>
      <p className="text-ink-muted">
        Which subnets Lambda uses to connect the function: at least two, in different Availability Zones.{" "}
        <span className="text-ink tabular-nums">{choice.subnetIds.length} chosen.</span>
      </p>
      {error !== undefined && <Callout tone="danger" title={error} isAlert />}
      <div className="grid gap-2 empty:-mb-4" aria-live="polite">
        {notices.map((notice) => (
          <Callout key={notice.title} tone={notice.tone} title={notice.title}>
            {notice.message}
          </Callout>
        ))}
      </div>
      <GapsCallout gaps={vpc.gaps} />
      <FilterList
        label="subnets"
        items={subnets}
        itemKey={(subnet) => subnet.subnetId}
        searchText={(subnet) =>
          [nameOf(subnet), subnet.subnetId, subnet.cidrBlock, subnet.availabilityZone, subnet.kind].join(" ")
        }
        empty={`${vpc.name ?? vpc.vpcId} has no subnets. Create one in AWS and read the account again.`}
        row={(subnet) => (
          <SubnetRow
            subnet={subnet}
            isChosen={choice.subnetIds.includes(subnet.subnetId)}
            disabledReason={whyNotSubnet(subnet, choice)}
            onToggle={() => {
              onChange({ ...choice, subnetIds: toggle(choice.subnetIds, subnet.subnetId) });
            }}
          />
        )}
      />
    </>
  );
}

function nameOf(subnet: SubnetDetail): string {
  return subnet.name ?? subnet.subnetId;
}
