"use client";

import { Callout } from "@/components/ui/feedback/callout";
import { Checkbox } from "@/components/ui/form/checkbox";
import type { SecurityGroupDetail } from "@/lib/contract/functions";
import type { VpcDetail } from "@/lib/contract/vpcs";
import { FilterList } from "./filter-list";
import { GroupRules } from "./group-rules";
import { MAX_SECURITY_GROUPS, toggle, type NetworkChoice } from "./network-choice";
import { whyNotGroup } from "./option-reasons";

export interface GroupsStepProps {
  vpc: VpcDetail;
  choice: NetworkChoice;
  onChange: (choice: NetworkChoice) => void;
  error?: string | undefined;
}

/** The console's Security groups, with the rules of the chosen ones below. */
export function GroupsStep({ vpc, choice, onChange, error }: GroupsStepProps) {
  const groups = [...vpc.securityGroups].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
  const chosen = groups.filter((group) => choice.securityGroupIds.includes(group.groupId));
  return (
    <>
      <p className="text-ink-muted">
        Which security groups Lambda gives the function&apos;s interfaces, {MAX_SECURITY_GROUPS} at most. The
        tables below show their rules.{" "}
        <span className="text-ink tabular-nums">{choice.securityGroupIds.length} chosen.</span>
      </p>
      {error !== undefined && <Callout tone="danger" title={error} isAlert />}
      <FilterList
        label="security groups"
        items={groups}
        itemKey={(group) => group.groupId}
        searchText={(group) => [nameOf(group), group.groupId, group.description].join(" ")}
        empty="No security group of this VPC was read."
        row={(group) => {
          const reason = whyNotGroup(group.groupId, choice);
          return (
            <Checkbox
              label={nameOf(group)}
              isChecked={choice.securityGroupIds.includes(group.groupId)}
              isDisabled={reason !== undefined}
              onChange={() => {
                onChange({ ...choice, securityGroupIds: toggle(choice.securityGroupIds, group.groupId) });
              }}
              help={<GroupHelp group={group} reason={reason} />}
            />
          );
        }}
      />
      <GroupRules groups={chosen} />
    </>
  );
}

function GroupHelp({ group, reason }: { group: SecurityGroupDetail; reason: string | undefined }) {
  return (
    <>
      <span className="flex flex-wrap gap-x-3">
        <span className="font-mono">{group.groupId}</span>
        <span>{usedBy(group.functionCount)}</span>
        {!group.rulesKnown && <span className="text-unknown">rules not read</span>}
      </span>
      {group.description !== null && <span className="block break-words">{group.description}</span>}
      {reason !== undefined && <span className="text-ink block">{reason}</span>}
    </>
  );
}

function usedBy(count: number): string {
  if (count === 0) return "used by no function";
  return count === 1 ? "used by 1 function" : `used by ${count} functions`;
}

function nameOf(group: SecurityGroupDetail): string {
  return group.groupName ?? group.groupId;
}
