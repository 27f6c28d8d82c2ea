"use client";

import { Callout } from "@/components/ui/feedback/callout";
import { Checkbox } from "@/components/ui/form/checkbox";
import { InlineCode } from "@/components/ui/text/inline-code";
import { FilterList } from "./filter-list";
import { GroupRules } from "./group-rules";
import { MAX_SECURITY_GROUPS } from "@/lib/contract/limits";
import { toggle, type NetworkChoice } from "./network-choice";
import { originText, type GroupOffer, type GroupOption } from "./offered-groups";
import { whyNotGroup } from "./option-reasons";

export interface GroupsStepProps {
  offer: GroupOffer;
  choice: NetworkChoice;
  onChange: (choice: NetworkChoice) => void;
  error?: string | undefined;
}

/** The console's Security groups, with the rules of the chosen ones below. */
export function GroupsStep({ offer, choice, onChange, error }: GroupsStepProps) {
  const { groups, note } = offer;
  const chosen = groups.filter((group) => choice.securityGroupIds.includes(group.groupId));
  return (
    <>
      <p className="text-ink-muted">
        Which security groups Lambda gives the function&apos;s interfaces, {MAX_SECURITY_GROUPS} at most. The
        tables below show their rules.{" "}
        <span className="text-ink tabular-nums">{choice.securityGroupIds.length} chosen.</span>
      </p>
      {note && (
        <p className={note.tone === "unknown" ? "text-unknown" : "text-ink-muted"} aria-live="polite">
          <InlineCode text={note.text} />
        </p>
      )}
      {error !== undefined && <Callout tone="danger" title={error} isAlert />}
      <FilterList
        label="security groups"
        items={groups}
        itemKey={(group) => group.groupId}
        searchText={(group) => [nameOf(group), group.groupId, group.description, originText(group)].join(" ")}
        empty="This VPC has no security group that was read."
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

function GroupHelp({ group, reason }: { group: GroupOption; reason: string | undefined }) {
  const origin = originText(group);
  return (
    <>
      {origin !== undefined && <span className="text-ink block break-words">{origin}</span>}
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

function nameOf(group: GroupOption): string {
  return group.groupName ?? group.groupId;
}
