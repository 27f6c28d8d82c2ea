"use client";

import type { ReactNode } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import type { VpcSummary } from "@/lib/contract/vpcs";
import { chooseVpc, type NetworkChoice } from "./network-choice";

export interface VpcStepProps {
  vpcs: readonly VpcSummary[];
  choice: NetworkChoice;
  onChange: (choice: NetworkChoice) => void;
  error?: string | undefined;
  /** A quicker way to the same choice, and the way out of the VPC. */
  children?: ReactNode;
}

/** The console's first two controls: VPC, and whether dual-stack subnets may carry IPv6. */
export function VpcStep({ vpcs, choice, onChange, error, children }: VpcStepProps) {
  return (
    <>
      <Callout tone="neutral" title="A function in a VPC reaches the internet only through that VPC">
        Attaching takes away its own internet access. Where it needs the internet, choose private subnets that
        route to a NAT gateway in a public subnet.
      </Callout>
      <Field label="VPC" help="The network the function should reach." error={error}>
        {(control) => (
          <Combobox
            label="VPC"
            control={control}
            value={choice.vpcId}
            onChange={(vpcId) => {
              onChange(chooseVpc(choice, vpcId));
            }}
            placeholder="Choose a VPC"
            emptyText="No VPC matches."
            options={vpcs.map((vpc) => ({
              value: vpc.vpcId,
              label: vpc.name ?? vpc.vpcId,
              detail: `${vpc.vpcId} · ${vpc.cidrBlocks.join(", ")}`,
              aside: vpc.isDefault === true ? <span className="text-ink-muted">default</span> : undefined,
              disabledReason: vpc.ineligibleReason,
            }))}
          />
        )}
      </Field>
      <Checkbox
        label="Allow IPv6 traffic for dual-stack subnets"
        isChecked={choice.ipv6AllowedForDualStack}
        onChange={(ipv6AllowedForDualStack) => {
          onChange({ ...choice, ipv6AllowedForDualStack });
        }}
        help="Every chosen subnet then needs both an IPv4 and an IPv6 CIDR."
      />
      {children}
    </>
  );
}
