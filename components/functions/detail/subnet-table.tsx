import { CopyId } from "@/components/ui/action/copy-id";
import { Badge } from "@/components/ui/status/badge";
import type { Tone } from "@/components/ui/status/tone";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import type { SubnetDetail } from "@/lib/contract/functions";
import { RouteDisclosure } from "./route-disclosure";

/** A public subnet gives a function no public address, so there it is worth a warning. */
const kindTone: Record<SubnetDetail["kind"], Tone> = {
  public: "warning",
  private: "neutral",
  isolated: "neutral",
  unknown: "unknown",
};

/** AWS keeps five addresses of a subnet; below this few are left for new interfaces. */
const FEW_ADDRESSES = 8;

const columns: PlainColumn<SubnetDetail>[] = [
  {
    id: "subnet",
    header: "Subnet",
    cell: (subnet) => (
      <span className="flex flex-col">
        {subnet.name !== null && <span className="truncate font-medium">{subnet.name}</span>}
        <CopyId value={subnet.subnetId} />
      </span>
    ),
  },
  { id: "zone", header: "Zone", cell: (subnet) => subnet.availabilityZone ?? "not read" },
  {
    id: "cidr",
    header: "CIDR",
    isMono: true,
    cell: (subnet) => (
      <>
        {subnet.cidrBlock ?? "not read"}
        {subnet.ipv6CidrBlock !== null && (
          <span className="text-ink-muted block">{subnet.ipv6CidrBlock}</span>
        )}
      </>
    ),
  },
  {
    id: "kind",
    header: "Kind",
    isWrapping: true,
    cell: (subnet) => (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <Badge tone={kindTone[subnet.kind]}>{subnet.kind}</Badge>
        <span className="text-ink-muted line-clamp-2" title={subnet.kindReason}>
          {subnet.kindReason}
        </span>
      </span>
    ),
  },
  {
    id: "free",
    header: "Free addresses",
    cell: (subnet) => {
      const free = subnet.availableIpAddressCount;
      if (free === null) return "not read";
      return <span className={free < FEW_ADDRESSES ? "text-danger" : undefined}>{free}</span>;
    },
  },
];

export function SubnetTable({ subnets }: { subnets: readonly SubnetDetail[] }) {
  return (
    <Section title="Subnets" aside={subnets.length}>
      <PlainTable
        label="Subnets"
        columns={columns}
        rows={subnets}
        rowKey={(subnet) => subnet.subnetId}
        below={(subnet) => <RouteDisclosure subnet={subnet} />}
        empty="The subnets could not be read."
      />
    </Section>
  );
}
