import type { ReactNode } from "react";
import clsx from "clsx";
import { StatusGlyph } from "../status/status-glyph";
import { toneFill, type Tone } from "../status/tone";
import { InlineCode } from "../text/inline-code";

export interface CalloutProps {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons or links: what to do next. */
  actions?: ReactNode;
  /** Read out at once: for what has just gone wrong. */
  isAlert?: boolean;
  className?: string;
}

/** What the server says marks AWS's own words with backticks. */
function withCode(content: ReactNode): ReactNode {
  return typeof content === "string" ? <InlineCode text={content} /> : content;
}

export function Callout({ tone, title, children, actions, isAlert = false, className }: CalloutProps) {
  return (
    <div
      {...(isAlert ? { role: "alert" } : {})}
      className={clsx("flex items-start gap-2.5 rounded-md border px-3 py-2.5", toneFill[tone], className)}
    >
      <StatusGlyph tone={tone} className="mt-[3px]" />
      <div className="min-w-0 flex-1">
        <p className="text-13 font-medium break-words">{withCode(title)}</p>
        {children !== undefined && (
          <div className="text-13 text-ink mt-0.5 break-words">{withCode(children)}</div>
        )}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
