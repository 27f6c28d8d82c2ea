import type { Plan } from "@/lib/contract/plans";

type Attachment = Plan["preview"]["before"];

/** The two settings side by side; what differs stands out, what stays is grey. */
export function BeforeAfter({
  preview,
  nameOf,
}: {
  preview: Plan["preview"];
  nameOf: (id: string) => string;
}) {
  const rows = [
    { label: "VPC", of: (item: Attachment) => (item.vpcId === null ? "none" : nameOf(item.vpcId)) },
    { label: "Subnets", of: (item: Attachment) => listOf(item.subnetIds, nameOf) },
    { label: "Security groups", of: (item: Attachment) => listOf(item.securityGroupIds, nameOf) },
    {
      label: "IPv6",
      of: (item: Attachment) =>
        item.vpcId === null ? "none" : item.ipv6AllowedForDualStack ? "allowed" : "not allowed",
    },
  ];
  return (
    <div className="overflow-x-auto" role="region" aria-label="Settings before and after" tabIndex={0}>
      <table className="w-full text-left">
        <thead>
          <tr className="text-ink-muted">
            <th scope="col" className="px-4 py-1.5 font-medium">
              Setting
            </th>
            <th scope="col" className="px-4 py-1.5 font-medium">
              Before
            </th>
            <th scope="col" className="px-4 py-1.5 font-medium">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const before = row.of(preview.before);
            const after = row.of(preview.after);
            return (
              <tr key={row.label} className="border-line border-t align-top">
                <th scope="row" className="text-ink-muted px-4 py-1.5 font-normal whitespace-nowrap">
                  {row.label}
                </th>
                <td className="text-ink-muted px-4 py-1.5">{before}</td>
                <td className={before === after ? "text-ink-muted px-4 py-1.5" : "px-4 py-1.5 font-medium"}>
                  {before === after ? "unchanged" : after}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function listOf(ids: readonly string[], nameOf: (id: string) => string): string {
  return ids.length === 0
    ? "none"
    : ids
        .map(nameOf)
        .sort((a, b) => a.localeCompare(b, "en"))
        .join(", ");
}
