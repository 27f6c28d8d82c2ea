"use client";

import clsx from "clsx";
import Link from "next/link";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { connectionSource } from "@/lib/contract/reachability/connection-label";
import { traceLink } from "@/lib/contract/reachability/trace-link";
import type { ConnectionWays } from "@/lib/contract/reachability/ways";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { nameIds } from "@/lib/core/reachability/sentence/name-ids";
import { subnetsWords } from "@/lib/core/reachability/sentence/subnets-words";
import type { Verdict } from "@/lib/core/reachability/trace";

export interface ReachTargetListProps {
  ways: ConnectionWays;
  snapshotId: string | undefined;
  targetKey: string | null;
  onIsolate: (targetKey: string | null) => void;
}

const groups: { verdict: Verdict; title: string }[] = [
  { verdict: "reachable", title: "Reached" },
  { verdict: "mixed", title: "Mixed" },
  { verdict: "unknown", title: "Not known" },
  { verdict: "unreachable", title: "Blocked" },
];

/** The targets by verdict. One that is drawn can be lit alone; each leads to its trace. */
export function ReachTargetList({ ways, ...rest }: ReachTargetListProps) {
  return groups.map(({ verdict, title }) => {
    const items = ways.items.filter((item) => item.verdict === verdict);
    if (items.length === 0) return null;
    return (
      <section key={verdict} aria-label={title} className="grid grid-cols-1 gap-1.5 px-4 py-3">
        <h3 className="font-medium">
          {title} <span className="text-ink-muted font-normal tabular-nums">{items.length}</span>
        </h3>
        <ul className="grid grid-cols-1 gap-1">
          {items.map((item) => (
            <TargetRow key={item.target.key} item={item} ways={ways} {...rest} />
          ))}
        </ul>
      </section>
    );
  });
}

interface TargetRowProps extends ReachTargetListProps {
  item: ConnectionWays["items"][number];
}

function TargetRow({ item, ways, snapshotId, targetKey, onIsolate }: TargetRowProps) {
  const { key, label } = item.target;
  const look = toStatusLook("verdict", item.verdict);
  const isAlone = key === targetKey;
  const nameOf = (id: string) => ways.names[id] ?? null;
  const reasons = item.ways.flatMap((way) => way.reasons.map(({ message }) => nameIds(message, nameOf)));
  // Of a mixed one the subnets say enough, and the reason is the same for all that goes the same way.
  const words =
    item.verdict === "mixed"
      ? subnetsWords(item.ways, nameOf)
      : item.verdict === "reachable"
        ? ""
        : reasons[0];
  return (
    <li className="grid grid-cols-1">
      <span className="flex min-w-0 items-start gap-2">
        <StatusGlyph tone={look.tone} className="mt-[3px]" />
        {item.verdict === "unreachable" ? (
          <span className="min-w-0 flex-1 break-words">{label}</span>
        ) : (
          <button
            type="button"
            aria-pressed={isAlone}
            title={isAlone ? "Light all ways again" : `Light only the way to ${label}`}
            className={clsx(
              "min-w-0 flex-1 rounded-sm text-left break-words underline decoration-dotted underline-offset-2",
              isAlone ? "bg-accent-soft font-medium" : "hover:text-accent",
            )}
            onClick={() => {
              onIsolate(isAlone ? null : key);
            }}
          >
            {label}
          </button>
        )}
        <Link
          href={traceLink(connectionSource(ways.connection), item.target, snapshotId)}
          className="text-accent shrink-0 hover:underline"
          aria-label={`Trace of ${label}`}
        >
          Trace
        </Link>
      </span>
      {words !== undefined && words !== "" && (
        <span className="text-ink-muted pl-5.5 break-words" title={reasons.join(" ")}>
          {words.charAt(0).toUpperCase() + words.slice(1)}
        </span>
      )}
    </li>
  );
}
