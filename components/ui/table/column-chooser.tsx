"use client";

import { Columns3 } from "lucide-react";
import { Button } from "../action/button";
import { Checkbox } from "../form/checkbox";
import { Popover } from "../overlay/popover";
import type { Column } from "./column";

export interface ColumnChooserProps<Row> {
  columns: readonly Column<Row>[];
  hiddenIds: readonly string[];
  onChange: (hiddenIds: string[]) => void;
}

export function ColumnChooser<Row>({ columns, hiddenIds, onChange }: ColumnChooserProps<Row>) {
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-56 p-3"
      trigger={
        <Button size="sm" icon={<Columns3 aria-hidden className="size-3.5" />}>
          Columns
        </Button>
      }
    >
      <div className="grid gap-2">
        {columns.map((column) => (
          <Checkbox
            key={column.id}
            label={column.header}
            isChecked={!hiddenIds.includes(column.id)}
            isDisabled={column.isAlwaysShown === true}
            onChange={(isChecked) => {
              onChange(isChecked ? hiddenIds.filter((id) => id !== column.id) : [...hiddenIds, column.id]);
            }}
          />
        ))}
      </div>
    </Popover>
  );
}
