import { ChevronRight } from "lucide-react";
import { Status } from "@/components/ui/status/status";
import { InlineCode } from "@/components/ui/text/inline-code";
import type { PlanCheck } from "@/lib/contract/plans";

/** "15 checks pass" in one line; opened, what each of them found. */
export function PassingChecks({ checks }: { checks: readonly PlanCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <details className="group border-line border-t">
      <summary className="hover:bg-hover flex cursor-pointer list-none items-center gap-2 px-4 py-2 [&::-webkit-details-marker]:hidden">
        <Status
          tone="success"
          label={checks.length === 1 ? "1 check passes" : `${checks.length} checks pass`}
        />
        <ChevronRight
          aria-hidden
          className="text-ink-muted ml-auto size-4 transition-transform group-open:rotate-90"
        />
      </summary>
      <ul className="divide-line border-line divide-y border-t" aria-label="Checks that pass">
        {checks.map((check) => (
          <li key={check.id} className="grid gap-x-3 px-4 py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <span className="font-medium">{check.title}</span>
            <span className="text-ink-muted min-w-0 break-words">
              <InlineCode text={check.message} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
