"use client";

import { useState } from "react";
import { Field } from "@/components/ui/form/field";
import type { ZipFile } from "./create-form";
import { readZip } from "./read-zip";

export interface ZipFieldProps {
  zip: ZipFile | undefined;
  onChange: (zip: ZipFile | undefined) => void;
}

/** A zip from this computer, refused here already where AWS would. */
export function ZipField({ zip, onChange }: ZipFieldProps) {
  const [error, setError] = useState<string>();
  const choose = async (file: File | undefined) => {
    setError(undefined);
    onChange(undefined);
    if (!file) return;
    try {
      onChange(await readZip(file));
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : "The file could not be read.");
    }
  };
  return (
    <Field
      label="Zip file"
      help={
        zip
          ? `${zip.name}, ${Math.ceil(zip.sizeBytes / 1024).toLocaleString("en")} KB`
          : "At most 50 MB. A reload of the page forgets it."
      }
      error={error}
    >
      {(control) => (
        <input
          {...control}
          type="file"
          accept=".zip,application/zip"
          className="border-line file:border-line file:bg-sunken file:text-13 w-full rounded-md border p-1.5 file:mr-3 file:rounded-sm file:border file:px-2 file:py-0.5"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      )}
    </Field>
  );
}
