"use client";

import { useMemo, useState } from "react";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { reachedByTargets, type ReachedByTarget } from "@/lib/core/topology/view/reached-by-targets";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { ReachedByList } from "./reached-by-list";

export interface ReachedBySectionProps {
  node: TopologyNode;
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  snapshotId: string | undefined;
}

/** Which functions reach what is selected, asked of the engine when it is shown. */
export function ReachedBySection({ node, graph, snapshotId }: ReachedBySectionProps) {
  const asked = useMemo(() => reachedByTargets(graph, node), [graph, node]);
  if (asked.kind === "nothing-to-ask") return null;
  return (
    <section className="grid grid-cols-1 gap-2 px-4 py-3" aria-label="Reached by">
      <h3 className="font-medium">Reached by</h3>
      {asked.kind === "nobody" && (
        <p className="text-ink-muted">Reached by nobody: its interfaces accept no connections.</p>
      )}
      {asked.kind === "one" && (
        <ReachedByList destination={asked.target.destination} snapshotId={snapshotId} />
      )}
      {asked.kind === "each" && (
        <>
          {node.kind === "subnet" && (
            <p className="text-ink-muted">
              {asked.targets.length === 0
                ? "Nothing that accepts connections is drawn in it. Interfaces of functions accept none."
                : "A subnet as a whole is reached only where every address answers, so each resource in it is asked about. Interfaces of functions accept no connections."}
            </p>
          )}
          <ul className="grid grid-cols-1 gap-1">
            {asked.targets.map((target) => (
              <ReachedByEach
                key={JSON.stringify(target.destination)}
                target={target}
                snapshotId={snapshotId}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ReachedByEachProps {
  target: ReachedByTarget;
  snapshotId: string | undefined;
}

/** Asks once it is opened. */
function ReachedByEach({ target: { label, destination }, snapshotId }: ReachedByEachProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className="border-line rounded-md border">
      <details
        onToggle={(event) => {
          setIsOpen(event.currentTarget.open);
        }}
      >
        <summary className="cursor-pointer px-2.5 py-1.5 break-words">{label}</summary>
        {isOpen && (
          <div className="border-line grid grid-cols-1 gap-2 border-t px-2.5 py-2">
            <ReachedByList destination={destination} snapshotId={snapshotId} />
          </div>
        )}
      </details>
    </li>
  );
}
