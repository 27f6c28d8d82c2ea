import { ApiErrorState } from "@/components/layout/page/api-error-state";

export interface NoAnswerProps {
  /** What is worked out: "what it reaches". */
  what: string;
  error: Error | null;
  onRetry: () => void;
}

/** Where a list of the panel will stand: it is being worked out, or could not be. */
export function NoAnswer({ what, error, onRetry }: NoAnswerProps) {
  if (error) {
    const title = `${what.charAt(0).toUpperCase()}${what.slice(1)} could not be worked out`;
    return <ApiErrorState title={title} error={error} onRetry={onRetry} />;
  }
  return (
    <p role="status" className="text-ink-muted">
      Working out {what}…
    </p>
  );
}
