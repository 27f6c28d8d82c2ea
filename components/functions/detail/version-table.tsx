import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import type { FunctionDetail } from "@/lib/contract/functions";

type Version = FunctionDetail["versions"][number];

const columns: PlainColumn<Version>[] = [
  { id: "version", header: "Version", isMono: true, cell: (version) => version.version },
  { id: "vpc", header: "VPC", isMono: true, cell: (version) => version.vpcConfig?.vpcId ?? "none" },
  {
    id: "subnets",
    header: "Subnets",
    isMono: true,
    cell: (version) => version.vpcConfig?.subnetIds.join(", ") ?? "",
  },
  {
    id: "groups",
    header: "Security groups",
    isMono: true,
    cell: (version) => version.vpcConfig?.securityGroupIds.join(", ") ?? "",
  },
];

/** Published versions keep the connection they were published with, and so keep its interfaces and groups in use. */
export function VersionTable({ fn }: { fn: FunctionDetail }) {
  if (fn.versions.length === 0) return null;
  const pinning = fn.versions.filter((version) => version.vpcConfig !== null).length;
  return (
    <Section
      title="Published versions"
      aside={
        pinning === 0
          ? "none is in a VPC"
          : `${pinning} of ${fn.versions.length} keep a connection of their own: it stays in use when the function is detached`
      }
    >
      <PlainTable
        label="Published versions"
        columns={columns}
        rows={fn.versions}
        rowKey={(version) => version.version}
      />
    </Section>
  );
}
