import Link from "next/link";
import { CopyId } from "@/components/ui/action/copy-id";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { DefinitionList } from "@/components/ui/text/definition-list";
import { Section } from "@/components/ui/text/section";
import type { FunctionDetail } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";

/** The console's VPC panel: which VPC, and what of it this function uses. */
export function VpcPanel({ fn, snapshotId }: { fn: FunctionDetail; snapshotId: string | undefined }) {
  if (fn.vpcConfig === null) {
    return (
      <Section title="VPC">
        <EmptyState title="Not in a VPC">
          It runs on Lambda’s own network: it reaches the internet, and nothing that has only a private
          address.
        </EmptyState>
      </Section>
    );
  }
  const vpcId = fn.vpc?.vpcId ?? fn.vpcConfig.vpcId;
  const of = snapshotId === undefined ? {} : { snapshotId };
  return (
    <Section
      title="VPC"
      actions={
        <Link href={pages.topology({ vpcId, ...of })} className="text-13 text-accent hover:underline">
          See it in Topology
        </Link>
      }
    >
      <DefinitionList
        className="px-4 py-3"
        items={[
          {
            term: "VPC",
            value: (
              <span className="flex flex-wrap items-center gap-x-2">
                {(fn.vpc?.name ?? fn.vpcName) !== null && (
                  <span className="font-medium">{fn.vpc?.name ?? fn.vpcName}</span>
                )}
                <CopyId value={vpcId} />
              </span>
            ),
          },
          {
            term: "CIDR",
            value: <span className="font-mono">{fn.vpc?.cidrBlocks.join(", ") ?? "not read"}</span>,
          },
          {
            term: "Subnets",
            value: `${fn.vpcConfig.subnetIds.length}, in ${zoneText(fn.availabilityZones)}`,
          },
          { term: "Security groups", value: String(fn.vpcConfig.securityGroupIds.length) },
          {
            term: "IPv6",
            value: fn.vpcConfig.ipv6AllowedForDualStack ? "allowed for dual-stack subnets" : "not allowed",
          },
        ]}
      />
    </Section>
  );
}

function zoneText(zones: readonly string[]): string {
  if (zones.length === 0) return "zones not known";
  return zones.length === 1
    ? `one zone only (${zones.join("")})`
    : `${zones.length} zones (${zones.join(", ")})`;
}
