"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { connectionLabel, connectionSource } from "@/lib/contract/reachability/connection-label";
import { traceLink } from "@/lib/contract/reachability/trace-link";
import { Button } from "@/components/ui/action/button";
import { Status } from "@/components/ui/status/status";
import { reachedByQuery } from "@/lib/client/queries/reachability";
import type { ReachedBy } from "@/lib/contract/reachability/matrix";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { describeMeans } from "@/lib/core/reachability/sentence/describe-asked";
import type { FlowDestination } from "@/lib/core/reachability/flow";
import { NoAnswer } from "../panel/no-answer";
import { splitReachedBy } from "./split-reached-by";

export interface ReachedByListProps {
  destination: FlowDestination;
  snapshotId: string | undefined;
}

/** The connections of the snapshot with their verdicts for one destination, those that reach it first. */
export function ReachedByList({ destination, snapshotId }: ReachedByListProps) {
  const { data, error, refetch } = useQuery(reachedByQuery(destination, { snapshotId }));
  const [isWhole, setIsWhole] = useState(false);
  if (!data) return <NoAnswer what="who reaches it" error={error} onRetry={() => void refetch()} />;
  const { shown, hidden, words } = splitReachedBy(sortByName(data.items), isWhole);
  const { protocol, port } = data.target;
  return (
    <>
      <p className="text-ink-muted">
        {words} {describeMeans({ protocol, ...(port !== null && { port }) })}.
      </p>
      {shown.length > 0 && (
        <ul className="grid max-h-72 grid-cols-1 gap-1 overflow-y-auto">
          {shown.map((item) => (
            <ReachedByRow
              key={item.connection.connectionId}
              item={item}
              target={data.target}
              snapshotId={snapshotId}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {shown.length === 0 ? `Show all ${hidden}` : `Show the other ${hidden}`}
        </Button>
      )}
    </>
  );
}

/** `team-2` before `team-10`. */
function sortByName(items: ReachedBy["items"]): ReachedBy["items"] {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [...items].sort((a, b) => compare(connectionLabel(a.connection), connectionLabel(b.connection)));
}

interface ReachedByRowProps {
  item: ReachedBy["items"][number];
  target: ReachedBy["target"];
  snapshotId: string | undefined;
}

function ReachedByRow({ item: { connection, verdict }, target, snapshotId }: ReachedByRowProps) {
  const look = toStatusLook("verdict", verdict);
  return (
    <li className="flex items-start gap-2">
      <Link
        href={traceLink(connectionSource(connection), target, snapshotId)}
        className="min-w-0 flex-1 break-words underline decoration-dotted underline-offset-2"
        title={connection.functionNames.join(", ")}
      >
        {connectionLabel(connection)}
      </Link>
      <Status tone={look.tone} label={look.label} className="shrink-0" />
    </li>
  );
}
