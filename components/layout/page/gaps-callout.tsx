import { Callout } from "@/components/ui/feedback/callout";
import { InlineCode } from "@/components/ui/text/inline-code";

export interface Gap {
  call: string;
  message: string;
}

/** Names what could not be read, so that what is missing never reads as what is not there. */
export function GapsCallout({ gaps, className = "mb-4" }: { gaps: readonly Gap[]; className?: string }) {
  if (gaps.length === 0) return null;
  const title = gaps.length === 1 ? "One thing could not be read" : `${gaps.length} things could not be read`;
  return (
    <Callout tone="unknown" title={`${title}, so this page may be incomplete`} className={className}>
      <details>
        <summary>
          {gaps
            .map((gap) => gap.call)
            .slice(0, 4)
            .join(", ")}
          {gaps.length > 4 ? ", …" : ""}
        </summary>
        <ul className="mt-1 grid gap-1">
          {gaps.map((gap) => (
            <li key={`${gap.call} ${gap.message}`}>
              <code className="font-mono">{gap.call}</code>: <InlineCode text={gap.message} />
            </li>
          ))}
        </ul>
      </details>
    </Callout>
  );
}
