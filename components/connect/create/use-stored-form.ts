"use client";

import { useCallback, useState } from "react";
import { z } from "zod";
import { emptyForm, type CreateForm } from "./create-form";

const KEY = "mooring.create-function";

const stored = z.object({
  functionName: z.string(),
  roleArn: z.string(),
  codeKind: z.enum(["sample", "zip", "s3", "image"]),
  runtime: z.string(),
  handler: z.string(),
  architecture: z.enum(["x86_64", "arm64"]),
  s3Bucket: z.string(),
  s3Key: z.string(),
  imageUri: z.string(),
  isVpcEnabled: z.boolean(),
  network: z.object({
    vpcId: z.string().nullable(),
    subnetIds: z.array(z.string()),
    securityGroupIds: z.array(z.string()),
    ipv6AllowedForDualStack: z.boolean(),
  }),
});

/** The form, kept for this tab: a reload loses nothing but the zip. What was kept by another version is dropped. */
export function useStoredForm(): [CreateForm, (form: CreateForm) => void, () => void] {
  const [form, setForm] = useState(readForm);
  const change = useCallback((next: CreateForm) => {
    setForm(next);
    sessionStorage.setItem(KEY, JSON.stringify(next));
  }, []);
  const forget = useCallback(() => {
    sessionStorage.removeItem(KEY);
  }, []);
  return [form, change, forget];
}

function readForm(): CreateForm {
  try {
    const parsed = stored.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
    return parsed.success ? parsed.data : emptyForm;
  } catch (error) {
    if (error instanceof SyntaxError) return emptyForm;
    throw error;
  }
}
