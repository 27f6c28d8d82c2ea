import { CopyId } from "@/components/ui/action/copy-id";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import type { FunctionDetail } from "@/lib/contract/functions";
import { toStatusLook } from "@/lib/core/operations/state-tone";

type Interface = NonNullable<FunctionDetail["networkInterfaces"]>[number];

function columnsFor(functionName: string): PlainColumn<Interface>[] {
  return [
    { id: "id", header: "Interface", cell: (item) => <CopyId value={item.networkInterfaceId} /> },
    {
      id: "status",
      header: "Status",
      cell: (item) => <Status {...toStatusLook("interface", item.status)} />,
    },
    {
      id: "address",
      header: "Private address",
      isMono: true,
      cell: (item) => item.privateIpAddress ?? "not read",
    },
    { id: "subnet", header: "Subnet", isMono: true, cell: (item) => item.subnetId ?? "not read" },
    {
      id: "shared",
      header: "Shared with",
      isWrapping: true,
      cell: (item) => {
        const others = item.sharedBy.filter((name) => name !== functionName);
        if (others.length === 0) return <span className="text-ink-muted">no other</span>;
        const more = others.length - 4;
        return `${others.slice(0, 4).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
      },
    },
  ];
}

/** The Hyperplane interfaces of the function's connection: one per subnet, shared by every function that has the same. */
export function InterfaceTable({ fn }: { fn: FunctionDetail }) {
  const emptyText =
    fn.state === "Inactive"
      ? "None: AWS took them back while the function was idle. Invoking it brings them again."
      : "None were found for this connection.";
  return (
    <Section title="Network interfaces" aside={fn.networkInterfaces?.length}>
      {fn.networkInterfaces === null ? (
        <p className="px-4 py-3">
          <Status tone="unknown" label="DescribeNetworkInterfaces could not be read" />
        </p>
      ) : (
        <PlainTable
          label="Network interfaces"
          columns={columnsFor(fn.functionName)}
          rows={fn.networkInterfaces}
          rowKey={(item) => item.networkInterfaceId}
          empty={emptyText}
        />
      )}
    </Section>
  );
}
