import { CopyId } from "@/components/ui/action/copy-id";
import { Tabs } from "@/components/ui/overlay/tabs";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import type { SecurityGroupDetail, SecurityGroupRuleRow } from "@/lib/contract/functions";

type Direction = SecurityGroupRuleRow["direction"];

/** The console's columns: group, protocol, ports, source or destination. */
function ruleColumns(direction: Direction): PlainColumn<SecurityGroupRuleRow>[] {
  return [
    { id: "group", header: "Security group", isMono: true, cell: (rule) => rule.securityGroupId },
    { id: "protocol", header: "Protocol", isMono: true, cell: (rule) => rule.protocol },
    { id: "ports", header: "Ports", isMono: true, cell: (rule) => rule.ports },
    {
      id: "peer",
      header: direction === "inbound" ? "Source" : "Destination",
      isMono: true,
      cell: (rule) => rule.peer,
    },
    { id: "description", header: "Description", isWrapping: true, cell: (rule) => rule.description ?? "" },
  ];
}

const emptyText: Record<Direction, string> = {
  inbound: "No inbound rules. A function takes no connections, so it needs none.",
  outbound: "No outbound rules: this function can open no connection at all.",
};

export function SecurityGroups({ groups }: { groups: readonly SecurityGroupDetail[] }) {
  const unread = groups.filter((group) => !group.rulesKnown);
  const rulesOf = (direction: Direction) =>
    groups.flatMap((group) => group.rules.filter((rule) => rule.direction === direction));
  return (
    <Section title="Security groups" aside={groups.length}>
      <ul className="grid gap-1 px-4 py-3">
        {groups.map((group) => (
          <li key={group.groupId} className="flex flex-wrap items-center gap-x-2">
            <span className="font-medium">{group.groupName ?? "name not read"}</span>
            <CopyId value={group.groupId} />
            {group.description !== null && <span className="text-ink-muted">{group.description}</span>}
            <span className="text-ink-muted">
              used by {group.functionCount} {group.functionCount === 1 ? "function" : "functions"}
            </span>
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <p className="px-4 pb-3">
          <Status
            tone="unknown"
            label={`Rules not read: ${unread.map((group) => group.groupId).join(", ")}`}
          />
        </p>
      )}
      <Tabs
        label="Rules"
        tabs={(["outbound", "inbound"] as const).map((direction) => {
          const rules = rulesOf(direction);
          const label = direction === "inbound" ? "Inbound rules" : "Outbound rules";
          return {
            id: direction,
            label,
            count: rules.length,
            content: (
              <PlainTable
                label={label}
                columns={ruleColumns(direction)}
                rows={rules}
                rowKey={(_rule, index) => String(index)}
                empty={unread.length > 0 ? "What could be read holds no such rule." : emptyText[direction]}
              />
            ),
          };
        })}
      />
    </Section>
  );
}
