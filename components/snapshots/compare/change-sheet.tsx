"use client";

import { CopyId } from "@/components/ui/action/copy-id";
import { Sheet } from "@/components/ui/overlay/sheet";
import { Status } from "@/components/ui/status/status";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { resourceKey, type ResourceChange } from "./change-rows";

export interface ChangeSheetProps {
  items: readonly ResourceChange[];
  openKey: string | null;
  onClose: () => void;
}

/** One resource with every field that changed, in full. */
export function ChangeSheet({ items, openKey, onClose }: ChangeSheetProps) {
  const resource = items.find((item, index) => resourceKey(item, index) === openKey);
  return (
    <Sheet
      isOpen={resource !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={resource?.name ?? resource?.id ?? "Change"}
    >
      {resource && <Detail resource={resource} />}
    </Sheet>
  );
}

function Detail({ resource }: { resource: ResourceChange }) {
  const { kind, id, accountId, region, change, fields } = resource;
  const where = [accountId, region].filter((part) => part !== null).join(" / ");
  return (
    <div className="text-13 grid gap-4 p-4">
      <div className="grid gap-1">
        <span className="flex flex-wrap items-center gap-x-3">
          <Status {...toStatusLook("comparison", change)} /> {kind}
        </span>
        {id !== null && <CopyId value={id} />}
        {where !== "" && <span className="text-ink-muted font-mono">{where}</span>}
      </div>
      {change !== "changed" && (
        <p className="text-ink-muted">
          {change === "added"
            ? "The earlier snapshot does not have it."
            : "The later snapshot no longer has it."}
        </p>
      )}
      {fields.map(({ path, before, after }) => (
        <div key={path} className="grid gap-1">
          <h3 className="font-mono font-medium break-all">{path}</h3>
          <Value label="Before" value={before} />
          <Value label="After" value={after} />
        </div>
      ))}
    </div>
  );
}

function Value({ label, value }: { label: string; value: unknown }) {
  return (
    <div className="border-line bg-sunken rounded-md border px-3 py-2">
      <span className="text-ink-muted">{label}</span>
      <pre className="font-mono break-all whitespace-pre-wrap">
        {value === undefined ? "—" : typeof value === "string" ? value : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
