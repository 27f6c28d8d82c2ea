"use client";

import { useCallback, useState } from "react";
import type { CreateForm } from "./create-form";
import { parseForm } from "./parse-form";

const KEY = "mooring.create-function";

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
  return parseForm(sessionStorage.getItem(KEY));
}
