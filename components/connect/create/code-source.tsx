"use client";

import clsx from "clsx";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import type { CodeStepProps } from "./code-step";
import { chooseCodeKind, type CodeKind } from "./create-form";
import { ZipField } from "./zip-field";

const kinds: readonly { id: CodeKind; title: string; help: string }[] = [
  {
    id: "sample",
    title: "Ready sample",
    help: "Reports what the function reaches. For trying a connection.",
  },
  { id: "zip", title: "Zip file", help: "Uploaded from here, at most 50 MB." },
  { id: "s3", title: "Zip in S3", help: "Lambda reads it from a bucket of this region." },
  { id: "image", title: "Container image", help: "From Amazon ECR." },
];

/** The four ways to give code, and what each needs. */
export function CodeSource(props: CodeStepProps) {
  const { form, onChange } = props;
  return (
    <fieldset className="grid gap-3">
      <legend className="text-13 mb-1 font-medium">Code</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {kinds.map((kind) => (
          <label
            key={kind.id}
            className={clsx(
              "flex items-start gap-2 rounded-md border px-3 py-2",
              form.codeKind === kind.id
                ? "border-accent bg-accent-soft"
                : "border-line hover:border-line-strong",
            )}
          >
            <input
              type="radio"
              name="code-kind"
              checked={form.codeKind === kind.id}
              onChange={() => {
                onChange(chooseCodeKind(form, kind.id));
              }}
              className="accent-accent mt-1"
            />
            <span>
              <span className="block font-medium">{kind.title}</span>
              <span className="text-ink-muted block">{kind.help}</span>
            </span>
          </label>
        ))}
      </div>
      <SourceFields {...props} />
    </fieldset>
  );
}

function SourceFields({ form, onChange, zip, onZipChange }: CodeStepProps) {
  switch (form.codeKind) {
    case "sample":
      return null;
    case "zip":
      return <ZipField zip={zip} onChange={onZipChange} />;
    case "s3":
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Bucket">
            {(control) => (
              <Input
                {...control}
                isMono
                value={form.s3Bucket}
                onChange={(event) => {
                  onChange({ ...form, s3Bucket: event.target.value.trim() });
                }}
              />
            )}
          </Field>
          <Field label="Key">
            {(control) => (
              <Input
                {...control}
                isMono
                value={form.s3Key}
                onChange={(event) => {
                  onChange({ ...form, s3Key: event.target.value });
                }}
              />
            )}
          </Field>
        </div>
      );
    case "image":
      return (
        <Field label="Image URI">
          {(control) => (
            <Input
              {...control}
              isMono
              placeholder="123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
              value={form.imageUri}
              onChange={(event) => {
                onChange({ ...form, imageUri: event.target.value.trim() });
              }}
            />
          )}
        </Field>
      );
  }
}
