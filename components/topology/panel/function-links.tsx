import Link from "next/link";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { pages } from "@/lib/contract/pages";
import type { TopologyNode } from "@/lib/contract/topology";
import { toStatusLook } from "@/lib/core/operations/state-tone";

export interface FunctionLinksProps {
  functions: NonNullable<TopologyNode["functions"]>;
  snapshotId: string | null;
}

/** The functions of a connection, each with its state and a way to its page. */
export function FunctionLinks({ functions, snapshotId }: FunctionLinksProps) {
  return (
    <section className="grid gap-1.5 px-4 py-3" aria-label="Functions">
      <h3 className="font-medium">
        Functions <span className="text-ink-muted font-normal tabular-nums">{functions.length}</span>
      </h3>
      <ul className="grid max-h-64 gap-1 overflow-y-auto">
        {functions.map((fn) => {
          const look = toStatusLook("state", fn.state);
          return (
            <li key={fn.functionArn} className="flex items-center gap-2">
              <StatusGlyph tone={look.tone} />
              <Link
                href={pages.function(fn.functionName, snapshotId === null ? {} : { snapshotId })}
                className="min-w-0 truncate underline decoration-dotted underline-offset-2"
                title={fn.functionName}
              >
                {fn.functionName}
              </Link>
              <span className="text-ink-muted ml-auto shrink-0">{look.label}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
