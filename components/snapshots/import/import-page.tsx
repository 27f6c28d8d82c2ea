"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { ProgressBar } from "@/components/ui/status/progress-bar";
import { Section } from "@/components/ui/text/section";
import { buildImportBody } from "@/lib/client/import/build-import-body";
import { uploadImport } from "@/lib/client/import/upload-import";
import { MAX_IMPORT_BYTES } from "@/lib/contract/limits";
import { DropZone } from "./drop-zone";
import { FileList } from "./file-list";
import { ImportResult } from "./import-result";
import { formatBytes, suggestName, useImportFiles, type ImportFiles } from "./use-import-files";

type Stage =
  | { kind: "choosing"; error: unknown }
  | { kind: "uploading"; sentBytes: number; totalBytes: number }
  | { kind: "sent"; snapshotId: string };

/** Choose, check, send, and then what came of it. */
export function ImportPage() {
  const chosen = useImportFiles();
  const [name, setName] = useState<string | null>(null);
  const [stage, setStage] = useState<Stage>({ kind: "choosing", error: null });
  const stop = useRef<AbortController | null>(null);
  const good = chosen.files.filter((item) => item.check.status !== "broken");
  const finalName = (name ?? suggestName(good)).trim();

  const send = async () => {
    const body = buildImportBody(finalName, good);
    stop.current = new AbortController();
    setStage({ kind: "uploading", sentBytes: 0, totalBytes: body.size });
    try {
      const { id } = await uploadImport({
        body,
        signal: stop.current.signal,
        onProgress: (sentBytes, totalBytes) => {
          setStage({ kind: "uploading", sentBytes, totalBytes });
        },
      });
      setStage({ kind: "sent", snapshotId: id });
    } catch (error) {
      const wasStopped = error instanceof DOMException && error.name === "AbortError";
      setStage({ kind: "choosing", error: wasStopped ? null : error });
    }
  };

  if (stage.kind === "sent") {
    return (
      <ImportResult
        snapshotId={stage.snapshotId}
        onAgain={() => {
          chosen.clear();
          setName(null);
          setStage({ kind: "choosing", error: null });
        }}
      />
    );
  }
  if (stage.kind === "uploading") {
    return (
      <Uploading
        {...stage}
        onStop={() => {
          stop.current?.abort();
        }}
      />
    );
  }
  return (
    <div className="grid max-w-3xl gap-4">
      {stage.error !== null && (
        <ApiErrorState title="The import was refused; nothing was kept" error={stage.error} />
      )}
      <DropZone
        onFiles={(files) => {
          void chosen.add(files);
        }}
      />
      {chosen.files.length > 0 && (
        <Chosen
          chosen={chosen}
          name={name ?? suggestName(good)}
          onName={setName}
          onSend={() => {
            void send();
          }}
        />
      )}
      {chosen.files.length === 0 && chosen.skipped > 0 && (
        <Callout tone="warning" title={`None of ${chosen.skipped} files ends in .json`} isAlert>
          Save the answers of the AWS CLI as JSON files, then drop them here.
        </Callout>
      )}
    </div>
  );
}

interface ChosenProps {
  chosen: ImportFiles;
  name: string;
  onName: (name: string) => void;
  onSend: () => void;
}

function Chosen({ chosen, name, onName, onSend }: ChosenProps) {
  const good = chosen.files.filter((item) => item.check.status !== "broken");
  const broken = chosen.files.length - good.length;
  const bytes = good.reduce((sum, item) => sum + item.file.size, 0);
  const isTooLarge = bytes > MAX_IMPORT_BYTES;
  const isNameless = name.trim() === "";
  const count = `${good.length} ${good.length === 1 ? "file" : "files"}`;
  return (
    <Section title="Chosen" aside={`${count}, ${formatBytes(bytes)}`}>
      <FileList files={chosen.files} onRemove={chosen.remove} />
      <div className="border-line grid gap-3 border-t px-4 py-3">
        {broken > 0 && (
          <Callout
            tone="warning"
            title={`${broken} ${broken === 1 ? "file" : "files"} cannot be read and will be left out`}
          />
        )}
        {chosen.skipped > 0 && (
          <p className="text-13 text-ink-muted">
            {chosen.skipped} files that do not end in .json were left out.
          </p>
        )}
        {isTooLarge && (
          <Callout tone="danger" title="Too much for one import" isAlert>
            {formatBytes(bytes)} chosen, {formatBytes(MAX_IMPORT_BYTES)} at most. Import one account or region
            at a time.
          </Callout>
        )}
        <Field label="Name of the snapshot" error={isNameless ? "Give it a name to find it by." : undefined}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={200}
              onChange={(event) => {
                onName(event.target.value);
              }}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={chosen.clear}>Clear</Button>
          <Button
            variant="primary"
            isBusy={chosen.isChecking}
            disabled={good.length === 0 || isTooLarge || isNameless}
            onClick={onSend}
          >
            {chosen.isChecking ? "Checking files…" : `Import ${count}`}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface UploadingProps {
  sentBytes: number;
  totalBytes: number;
  onStop: () => void;
}

function Uploading({ sentBytes, totalBytes, onStop }: UploadingProps) {
  const isSent = sentBytes >= totalBytes;
  return (
    <div role="status" className="grid max-w-md gap-3 py-10">
      <p className="text-14 font-medium">{isSent ? "The server is taking it in…" : "Sending…"}</p>
      <ProgressBar label="Sending" fraction={totalBytes === 0 ? 0 : sentBytes / totalBytes} />
      <p className="text-13 text-ink-muted tabular-nums">
        {formatBytes(sentBytes)} of {formatBytes(totalBytes)}
      </p>
      <div>
        <Button size="sm" onClick={onStop}>
          Stop
        </Button>
      </div>
    </div>
  );
}
