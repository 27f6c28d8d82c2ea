import type { ReactNode } from "react";
import clsx from "clsx";
import { toneIcon, toneInk, type StatusIcon, type Tone } from "./tone";

const stroke = { fill: "none", stroke: "currentColor", strokeWidth: 1.75, strokeLinecap: "round" } as const;

/** Shapes differ as well as colours: check, half circle, dash, half-filled diamond, cross, question mark. */
const shapes: Record<StatusIcon, ReactNode> = {
  check: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" opacity="0.16" />
      <path d="M4.2 7.3 6.2 9.2 9.8 5" {...stroke} strokeLinejoin="round" />
    </>
  ),
  "half-circle": (
    <>
      <circle cx="7" cy="7" r="5.25" {...stroke} opacity="0.35" />
      <path d="M7 1.75a5.25 5.25 0 0 1 0 10.5Z" fill="currentColor" />
    </>
  ),
  dash: (
    <>
      <circle cx="7" cy="7" r="5.25" {...stroke} opacity="0.35" />
      <path d="M4.5 7h5" {...stroke} />
    </>
  ),
  moon: <path d="M12 8.6A5.4 5.4 0 0 1 5.4 2a5.4 5.4 0 1 0 6.6 6.6Z" {...stroke} strokeLinejoin="round" />,
  diamond: (
    <>
      <path d="M7 1.2 12.8 7 7 12.8 1.2 7Z" {...stroke} strokeWidth={1.5} strokeLinejoin="round" />
      <path d="M7 1.2 12.8 7 7 12.8Z" fill="currentColor" />
    </>
  ),
  cross: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" opacity="0.16" />
      <path d="m4.8 4.8 4.4 4.4m0-4.4L4.8 9.2" {...stroke} />
    </>
  ),
  question: (
    <>
      <circle cx="7" cy="7" r="5.25" {...stroke} strokeDasharray="2 2.1" opacity="0.7" />
      <path
        d="M5.6 5.6c.1-.9.7-1.3 1.4-1.3.8 0 1.4.5 1.4 1.2 0 1.1-1.4 1.1-1.4 2.1"
        {...stroke}
        strokeWidth={1.4}
      />
      <circle cx="7" cy="9.7" r="0.8" fill="currentColor" />
    </>
  ),
};

export interface StatusGlyphProps {
  tone: Tone;
  /** Where a tone has more than one: `moon` for what sleeps, `dash` for what is absent. */
  icon?: StatusIcon | undefined;
  className?: string;
}

/** The icon of a tone, 14 px, for tables and diagrams; always beside a word. */
export function StatusGlyph({ tone, icon = toneIcon[tone], className }: StatusGlyphProps) {
  return (
    <svg
      viewBox="0 0 14 14"
      aria-hidden
      className={clsx("size-3.5 shrink-0", toneInk[tone], tone === "progress" && "animate-turn", className)}
    >
      {shapes[icon]}
    </svg>
  );
}
