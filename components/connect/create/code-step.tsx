"use client";

import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { CodeSource } from "./code-source";
import { chooseRuntime, type ZipFile } from "./create-form";
import type { FormStepProps } from "./form-step";
import { isNodeRuntime, lambdaRuntimes } from "@/lib/core/plans/lambda-runtimes";

export interface CodeStepProps extends FormStepProps {
  zip: ZipFile | undefined;
  onZipChange: (zip: ZipFile | undefined) => void;
}

/** Where the code comes from, and what runs it. */
export function CodeStep(props: CodeStepProps) {
  const { form, onChange, fieldErrors } = props;
  const isImage = form.codeKind === "image";
  const isSample = form.codeKind === "sample";
  return (
    <>
      <CodeSource {...props} />
      {fieldErrors["code"] !== undefined && <Callout tone="danger" title={fieldErrors["code"]} isAlert />}
      <Field
        label="Runtime"
        help={isImage ? "The image brings its own." : undefined}
        error={fieldErrors["runtime"]}
      >
        {(control) => (
          <Select
            control={control}
            isDisabled={isImage}
            value={isImage ? null : form.runtime}
            placeholder={isImage ? "From the image" : "Choose a runtime"}
            onChange={(runtime) => {
              onChange(chooseRuntime(form, runtime));
            }}
            options={lambdaRuntimes.map(({ value, label }) => ({
              value,
              label,
              disabledReason:
                isSample && !isNodeRuntime(value) ? "The ready sample is written for Node.js." : undefined,
            }))}
          />
        )}
      </Field>
      <Field
        label="Handler"
        help={
          isImage
            ? "The image brings its own."
            : isSample
              ? "The ready sample's own."
              : "File and function that Lambda calls."
        }
        error={fieldErrors["handler"]}
      >
        {(control) => (
          <Input
            {...control}
            isMono
            disabled={isImage || isSample}
            value={isImage ? "" : form.handler}
            maxLength={128}
            onChange={(event) => {
              onChange({ ...form, handler: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label="Architecture" error={fieldErrors["architecture"]}>
        {(control) => (
          <Select
            control={control}
            value={form.architecture}
            onChange={(value) => {
              onChange({ ...form, architecture: value === "arm64" ? "arm64" : "x86_64" });
            }}
            options={[
              { value: "x86_64", label: "x86_64" },
              { value: "arm64", label: "arm64" },
            ]}
          />
        )}
      </Field>
    </>
  );
}
