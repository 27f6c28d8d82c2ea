import type { ReactNode } from "react";
import clsx from "clsx";
import { toneFill, type Tone } from "./tone";

/** A small word beside a name. Without a tone it is grey and says a kind, not a state. */
export function Badge({
  tone,
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        "text-13 inline-flex h-5 shrink-0 items-center gap-1 rounded-sm border px-1.5 whitespace-nowrap",
        tone === undefined ? "border-line bg-sunken text-ink-muted" : toneFill[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
