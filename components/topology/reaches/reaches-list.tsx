"use client";

import { Radar } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/action/button";
import { Status } from "@/components/ui/status/status";
import { reachesQuery } from "@/lib/client/queries/reachability";
import { formatDestination, formatSource } from "@/lib/contract/reachability/question-address";
import { formatPort } from "@/lib/contract/reachability/read-question";
import type { TopologyNode } from "@/lib/contract/topology";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { describeMeans } from "@/lib/core/reachability/sentence/describe-asked";
import { NoAnswer } from "../panel/no-answer";
import { useTopologyUrl } from "../use-topology-url";

export interface ReachesListProps {
  connectionId: string;
  functions: NonNullable<TopologyNode["functions"]>;
  snapshotId: string | undefined;
}

/** What a connection reaches, by its first function, since all of them share every verdict; each draws its way. */
export function ReachesList({ connectionId, functions, snapshotId }: ReachesListProps) {
  const [first] = functions;
  return (
    <section className="grid grid-cols-1 gap-2 px-4 py-3" aria-label="Reaches">
      <h3 className="font-medium">Reaches</h3>
      {first === undefined ? (
        <p className="text-ink-muted">
          No function has this connection now, so there is nothing to ask about.
        </p>
      ) : (
        <Targets connectionId={connectionId} functionArn={first.functionArn} snapshotId={snapshotId} />
      )}
    </section>
  );
}

interface TargetsProps {
  connectionId: string;
  functionArn: string;
  snapshotId: string | undefined;
}

function Targets({ connectionId, functionArn, snapshotId }: TargetsProps) {
  const { data, error, refetch } = useQuery(reachesQuery(functionArn, { snapshotId }));
  const [, setUrl] = useTopologyUrl();
  if (!data) return <NoAnswer what="what it reaches" error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="text-ink-muted">Choose one to draw its way on the diagram, or draw all at once.</p>
      <Button
        size="sm"
        className="justify-self-start"
        icon={<Radar aria-hidden className="size-3.5" />}
        onClick={() =>
          void setUrl({
            mode: "reaches",
            connection: connectionId,
            target: null,
            selected: null,
            view: "diagram",
          })
        }
      >
        Draw all it reaches
      </Button>
      <ul className="grid max-h-72 grid-cols-1 gap-1 overflow-y-auto">
        {data.items.map(({ target, verdict }) => {
          const { key, label, destination, protocol, port } = target;
          const look = toStatusLook("verdict", verdict);
          return (
            <li key={key} className="flex items-start gap-2">
              <button
                type="button"
                title={`Draw the way to ${label} ${describeMeans({ protocol, ...(port !== null && { port }) })}`}
                className="hover:text-accent min-w-0 flex-1 text-left break-words underline decoration-dotted underline-offset-2"
                onClick={() =>
                  void setUrl({
                    from: formatSource({ functionName: functionArn }),
                    to: formatDestination(destination),
                    protocol: String(protocol),
                    port: formatPort(port),
                    subnet: null,
                    // A selection would go before the way.
                    selected: null,
                    view: "diagram",
                  })
                }
              >
                {label}
              </button>
              <Status tone={look.tone} label={look.label} className="shrink-0" />
            </li>
          );
        })}
      </ul>
    </>
  );
}
