import clsx from "clsx";
import { StatusGlyph } from "./status-glyph";
import { toneFill, toneInk, type StatusIcon, type Tone } from "./tone";

export interface StatusProps {
  tone: Tone;
  label: string;
  icon?: StatusIcon | undefined;
  /** `pill` stands out in headers; `plain` keeps tables calm. */
  look?: "plain" | "pill";
  className?: string;
}

/** Colour, icon and word together: the one way a state or a verdict is drawn. */
export function Status({ tone, label, icon, look = "plain", className }: StatusProps) {
  return (
    <span
      className={clsx(
        "text-13 inline-flex max-w-full min-w-0 items-center gap-1.5 align-top font-medium",
        look === "pill" ? ["rounded-full border px-2 py-px", toneFill[tone]] : toneInk[tone],
        look === "plain" && tone === "unknown" && "hatched rounded-sm px-1",
        className,
      )}
    >
      <StatusGlyph tone={tone} icon={icon} />
      <span className="truncate" title={label}>
        {label}
      </span>
    </span>
  );
}
