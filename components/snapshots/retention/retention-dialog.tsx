"use client";

import { useState } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { useDebounced } from "@/components/ui/form/use-debounced";
import { Dialog } from "@/components/ui/overlay/dialog";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { setRetentionMutation } from "@/lib/client/mutations/retention";
import { retentionPreviewQuery } from "@/lib/client/queries/retention";
import { snapshotListQuery } from "@/lib/client/queries/snapshots";
import type { RetentionPreview, RetentionRule } from "@/lib/contract/retention";
import { countExpired, deletionText } from "./kept-words";

interface RetentionDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** The rule by which live snapshots are kept, and what a change of it would delete, before it is saved. */
export function RetentionDialog({ isOpen, onOpenChange }: RetentionDialogProps) {
  const current = useQuery({ ...retentionPreviewQuery(), enabled: isOpen });
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="How long snapshots are kept"
      description="Imports, pinned snapshots, the newest one and those that a plan refers to are always kept. Of the other live ones, these:"
    >
      {current.data ? (
        <RuleForm
          rule={current.data.rule}
          onDone={() => {
            onOpenChange(false);
          }}
        />
      ) : current.error ? (
        <ApiErrorState
          title="The rule could not be read"
          error={current.error}
          onRetry={() => void current.refetch()}
        />
      ) : (
        <SkeletonRows label="Reading the rule" rows={3} />
      )}
    </Dialog>
  );
}

const fields = [
  { key: "recentHours", label: "Recent means, in hours", min: 1, max: 744 },
  { key: "recentMost", label: "Recent ones kept, at most", min: 1, max: 10_000 },
  { key: "dailyDays", label: "Newest of each day kept, for so many days", min: 0, max: 3650 },
] as const;

function RuleForm({ rule, onDone }: { rule: RetentionRule; onDone: () => void }) {
  const [wanted, setWanted] = useState<RetentionRule>(rule);
  const settled = useDebounced(wanted, JSON.stringify(wanted), 250);
  const isValid = fields.every(
    ({ key, min, max }) => Number.isInteger(wanted[key]) && wanted[key] >= min && wanted[key] <= max,
  );
  const preview = useQuery({ ...retentionPreviewQuery(settled), enabled: isValid });
  const save = useMutation(setRetentionMutation());
  const isSame = fields.every(({ key }) => wanted[key] === rule[key]);
  return (
    <form
      className="grid gap-3 pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(wanted, { onSuccess: onDone });
      }}
    >
      {fields.map(({ key, label, min, max }) => (
        <Field key={key} label={label}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={min}
              max={max}
              required
              value={Number.isNaN(wanted[key]) ? "" : wanted[key]}
              onChange={(event) => {
                setWanted({ ...wanted, [key]: event.target.valueAsNumber });
              }}
            />
          )}
        </Field>
      ))}
      <div className="text-13" role="status">
        {preview.data && isValid ? (
          <Deletions items={preview.data.items} />
        ) : (
          "Working out what it would delete…"
        )}
      </div>
      {save.error && <ApiErrorState title="The rule was not saved" error={save.error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          isBusy={save.isPending}
          disabled={!isValid || isSame || preview.data === undefined}
        >
          {saveLabel(countExpired(preview.data?.items ?? []))}
        </Button>
      </div>
    </form>
  );
}

function saveLabel(expired: number): string {
  if (expired === 0) return "Save the rule";
  return expired === 1 ? "Save the rule, delete 1 snapshot" : `Save the rule, delete ${expired} snapshots`;
}

const MOST_NAMED = 5;

function Deletions({ items }: { items: RetentionPreview["items"] }) {
  const list = useQuery(snapshotListQuery());
  const ids = new Set(items.flatMap((item) => (item.keptBecause === null ? [item.snapshotId] : [])));
  const going = (list.data?.items ?? []).filter(({ id }) => ids.has(id));
  return (
    <>
      <p className={ids.size > 0 ? "text-warning font-medium" : "text-ink-muted"}>{deletionText(items)}</p>
      <ul className="text-ink-muted">
        {going.slice(0, MOST_NAMED).map(({ id, name, capturedAt }) => (
          <li key={id}>
            {name}, read <RelativeTime at={capturedAt} />
          </li>
        ))}
        {going.length > MOST_NAMED && <li>and {going.length - MOST_NAMED} more</li>}
      </ul>
    </>
  );
}
