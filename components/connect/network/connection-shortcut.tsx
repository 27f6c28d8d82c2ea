"use client";

import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import type { KnownConnection } from "./list-connections";
import type { NetworkChoice } from "./network-choice";

export interface ConnectionShortcutProps {
  connections: readonly KnownConnection[];
  onChoose: (choice: NetworkChoice) => void;
}

/** The choice another function has already made: its interfaces are shared, so no address is used. */
export function ConnectionShortcut({ connections, onChoose }: ConnectionShortcutProps) {
  if (connections.length === 0) return null;
  return (
    <Field
      label="Or the same connection as another function"
      isOptional
      help="Shares its network interfaces: faster, and no new addresses are used."
    >
      {(control) => (
        <Combobox
          label="Same connection as"
          control={control}
          value={null}
          placeholder="Choose a function"
          onChange={(connectionId) => {
            const found = connections.find((item) => item.connectionId === connectionId);
            if (found) onChoose(found.choice);
          }}
          options={connections.map((item) => ({
            value: item.connectionId,
            label: namesOf(item.functionNames),
            detail: `${item.vpcName} · ${item.choice.subnetIds.length} subnets · ${item.choice.securityGroupIds.length} security groups`,
          }))}
        />
      )}
    </Field>
  );
}

function namesOf(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}
