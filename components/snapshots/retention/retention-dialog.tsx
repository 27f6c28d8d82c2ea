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
import { ruleFieldError, ruleFields } from "./rule-fields";

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
        <div className="pt-3">
          <ApiErrorState
            title="The rule could not be read"
            error={current.error}
            onRetry={() => void current.refetch()}
          />
        </div>
      ) : (
        <SkeletonRows label="Reading the rule" rows={3} />
      )}
    </Dialog>
  );
}

function RuleForm({ rule, onDone }: { rule: RetentionRule; onDone: () => void }) {
  const [wanted, setWanted] = useState<RetentionRule>(rule);
  const settled = useDebounced(wanted, JSON.stringify(wanted), 250);
  const isValid = ruleFields.every((field) => ruleFieldError(field, wanted) === undefined);
  const isTried = isValid && settled === wanted;
  const preview = useQuery({ ...retentionPreviewQuery(settled), enabled: isTried });
  const save = useMutation(setRetentionMutation());
  const isSame = ruleFields.every(({ key }) => wanted[key] === rule[key]);
  const shown = isTried ? preview.data : undefined;
  return (
    <form
      noValidate
      className="grid gap-3 pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame && shown !== undefined) save.mutate(wanted, { onSuccess: onDone });
      }}
    >
      <RuleInputs rule={wanted} onChange={setWanted} />
      <div className="text-13" role="status">
        {shown ? (
          <Deletions items={shown.items} />
        ) : !isValid ? (
          "What it would delete is shown when the numbers are right."
        ) : (
          preview.error === null && "Working out what it would delete…"
        )}
      </div>
      {isTried && preview.error && (
        <ApiErrorState
          title="What it would delete is not known, so it cannot be saved"
          error={preview.error}
          onRetry={() => void preview.refetch()}
        />
      )}
      {save.error && <ApiErrorState title="The rule was not saved" error={save.error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          isBusy={save.isPending}
          disabled={isSame || shown === undefined}
        >
          {saveLabel(countExpired(shown?.items ?? []))}
        </Button>
      </div>
    </form>
  );
}

function RuleInputs({ rule, onChange }: { rule: RetentionRule; onChange: (rule: RetentionRule) => void }) {
  return ruleFields.map((field) => (
    <Field key={field.key} label={field.label} error={ruleFieldError(field, rule)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={field.min}
          max={field.max}
          required
          value={Number.isNaN(rule[field.key]) ? "" : rule[field.key]}
          onChange={(event) => {
            onChange({ ...rule, [field.key]: event.target.valueAsNumber });
          }}
        />
      )}
    </Field>
  ));
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
