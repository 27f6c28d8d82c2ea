"use client";

import { useMutation } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { progressFraction } from "@/components/layout/page/latest-snapshot";
import { Button } from "@/components/ui/action/button";
import { ProgressBar } from "@/components/ui/status/progress-bar";
import { Section } from "@/components/ui/text/section";
import { cancelSnapshotMutation } from "@/lib/client/mutations/snapshots";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { progressFigures } from "./snapshot-rows";

/** How far a reading has come, live, and the button that stops it. */
export function ReadingProgress({ snapshot }: { snapshot: SnapshotSummary }) {
  const cancel = useMutation(cancelSnapshotMutation());
  const fraction = progressFraction(snapshot);
  const isImport = snapshot.source === "import";
  return (
    <Section
      title={isImport ? "Reading the files" : "Reading AWS"}
      actions={
        <Button
          size="sm"
          isBusy={cancel.isPending}
          onClick={() => {
            cancel.mutate(snapshot.id);
          }}
        >
          Stop reading
        </Button>
      }
    >
      <div className="grid gap-3 px-4 py-3">
        <ProgressBar label={`Reading ${snapshot.name}`} {...(fraction === undefined ? {} : { fraction })} />
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {progressFigures(snapshot.progress).map(({ term, value }) => (
            <div key={term}>
              <dt className="text-ink-muted">{term}</dt>
              <dd className="tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-ink-muted">
          {isImport
            ? "Stopped, nothing of it is kept."
            : "Slow is meant: AWS’s request rates are kept to. Stopped, nothing of it is kept, and the snapshot before stays."}
        </p>
        {cancel.error && <ApiErrorState title="It could not be stopped" error={cancel.error} />}
      </div>
    </Section>
  );
}
