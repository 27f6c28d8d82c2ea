import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Tabs } from "@/components/ui/overlay/tabs";
import type { SecurityGroupDetail, SecurityGroupRuleRow } from "@/lib/contract/functions";

/** The console's two tabs: rules of the chosen groups, for display only. */
export function GroupRules({ groups }: { groups: readonly SecurityGroupDetail[] }) {
  const rules = groups.flatMap((group) => group.rules);
  const unread = groups.filter((group) => !group.rulesKnown).map((group) => group.groupName ?? group.groupId);
  const nameById = new Map(groups.map((group) => [group.groupId, group.groupName ?? group.groupId]));
  const tab = (direction: "inbound" | "outbound", label: string) => {
    const rows = rules.filter((rule) => rule.direction === direction);
    return {
      id: direction,
      label,
      count: rows.length,
      content: (
        <PlainTable
          label={label}
          columns={columnsFor(direction, nameById)}
          rows={rows}
          rowKey={(rule, index) =>
            `${rule.securityGroupId} ${rule.protocol} ${rule.ports} ${rule.peer} ${index}`
          }
          empty={emptyText(groups.length, direction)}
        />
      ),
    };
  };
  return (
    <div className="border-line overflow-hidden rounded-md border">
      <Tabs
        label="Rules of the chosen groups"
        tabs={[tab("inbound", "Inbound rules"), tab("outbound", "Outbound rules")]}
      />
      {unread.length > 0 && (
        <p className="text-unknown border-line border-t px-4 py-2">
          The rules of {unread.join(", ")} could not be read, so they are unknown here.
        </p>
      )}
    </div>
  );
}

function emptyText(groupCount: number, direction: "inbound" | "outbound"): string {
  if (groupCount === 0) return "Choose a security group to see its rules.";
  return direction === "inbound"
    ? "No inbound rules. A function needs none: nothing can open a connection to it."
    : "No outbound rules: the function can open no connection.";
}

function columnsFor(
  direction: "inbound" | "outbound",
  nameById: ReadonlyMap<string, string>,
): PlainColumn<SecurityGroupRuleRow>[] {
  return [
    {
      id: "group",
      header: "Security group",
      cell: (rule) => nameById.get(rule.securityGroupId) ?? rule.securityGroupId,
    },
    { id: "protocol", header: "Protocol", cell: (rule) => rule.protocol },
    { id: "ports", header: "Ports", isMono: true, cell: (rule) => rule.ports },
    {
      id: "peer",
      header: direction === "inbound" ? "Source" : "Destination",
      isMono: true,
      cell: (rule) => rule.peer,
    },
    { id: "description", header: "Description", cell: (rule) => rule.description },
  ];
}
