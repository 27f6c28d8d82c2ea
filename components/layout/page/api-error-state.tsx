"use client";

import type { ReactNode } from "react";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { describeError } from "./describe-error";

export interface ApiErrorStateProps {
  /** What could not be done: "The functions could not be read". */
  title: string;
  error: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
}

/** An API error in the app's words: message, codes, missing permission, next step. */
export function ApiErrorState({ title, error, onRetry, actions }: ApiErrorStateProps) {
  return (
    <ErrorState
      title={title}
      {...describeError(error)}
      {...(onRetry === undefined ? {} : { onRetry })}
      {...(actions === undefined ? {} : { actions })}
    />
  );
}
