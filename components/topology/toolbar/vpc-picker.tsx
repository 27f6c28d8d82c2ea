"use client";

import { Combobox } from "@/components/ui/form/combobox";
import type { VpcSummary } from "@/lib/contract/vpcs";

/** No VPC id looks like it. */
const ALL = "all";

export interface VpcPickerProps {
  /** Undefined while they are read. */
  vpcs: readonly VpcSummary[] | undefined;
  value: string | null;
  onChange: (vpcId: string | null) => void;
}

export function VpcPicker({ vpcs = [], value, onChange }: VpcPickerProps) {
  const all = { value: ALL, label: `All VPCs (${vpcs.length})`, detail: "an overview with counts" };
  const options = vpcs.map((vpc) => ({
    value: vpc.vpcId,
    label: vpc.name ?? vpc.vpcId,
    detail: [vpc.vpcId, vpc.cidrBlocks[0], countOf(vpc)].filter((part) => part !== undefined).join(" · "),
  }));
  return (
    <div className="w-full sm:w-80">
      <Combobox
        label="VPC"
        value={value ?? ALL}
        onChange={(next) => {
          onChange(next === ALL ? null : next);
        }}
        options={[all, ...options]}
        emptyText="No VPC matches."
      />
    </div>
  );
}

function countOf(vpc: VpcSummary): string {
  const subnets = vpc.subnetCount === 1 ? "1 subnet" : `${vpc.subnetCount} subnets`;
  const functions = vpc.functionCount === 1 ? "1 function" : `${vpc.functionCount} functions`;
  return `${subnets}, ${functions}`;
}
