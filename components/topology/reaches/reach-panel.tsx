"use client";

import { X } from "lucide-react";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { IconButton } from "@/components/ui/action/icon-button";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import type { ConnectionWays } from "@/lib/contract/reachability/ways";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import { lineTitle } from "@/lib/core/topology/reach/line-words";
import { LineEvidence } from "./line-evidence";
import { ReachLineList } from "./reach-line-list";
import { ReachTargetList } from "./reach-target-list";
import type { ReachMode } from "./use-reach-mode";

/** The drawn reach in words: each target with its verdict, then each line with its evidence. */
export function ReachPanel({ mode, snapshotId }: { mode: ReachMode; snapshotId: string | undefined }) {
  const { state, drawing } = mode;
  switch (state.kind) {
    case "off":
    case "elsewhere":
      return null;
    case "choose":
      return (
        <p className="text-ink-muted px-4 py-3">
          A connection is what functions with the same subnets and security groups share. Choose one in the
          left column of the diagram, with the mouse or with Tab and Enter.
        </p>
      );
    case "loading":
      return <SkeletonRows label="Working out what it reaches" rows={8} />;
    case "error":
      return (
        <div className="p-4">
          <ApiErrorState
            title="What it reaches could not be worked out"
            error={state.error}
            onRetry={mode.retry}
          />
        </div>
      );
    case "ready":
      return drawing && <Ready mode={mode} ways={state.ways} drawing={drawing} snapshotId={snapshotId} />;
  }
}

interface ReadyProps {
  mode: ReachMode;
  ways: ConnectionWays;
  drawing: ReachDrawing<TopologyNode, TopologyEdge>;
  snapshotId: string | undefined;
}

function Ready({ mode, ways, drawing, snapshotId }: ReadyProps) {
  const line = drawing.lines.get(mode.lineId ?? "");
  return (
    <div className="divide-line grid grid-cols-1 divide-y">
      {line && (
        <section
          aria-label="Line pointed at"
          className="bg-surface sticky top-12 z-10 grid max-h-80 grid-cols-1 gap-1 overflow-y-auto px-4 py-3"
        >
          <div className="flex items-start gap-2">
            <h3 className="min-w-0 flex-1 font-medium break-words">{lineTitle(drawing.graph, line)}</h3>
            <IconButton
              label="Point at no line"
              icon={<X aria-hidden className="size-4" />}
              onClick={() => {
                mode.pointAt(null);
              }}
            />
          </div>
          <LineEvidence line={line} />
        </section>
      )}
      {drawing.wayOf.size === 0 && (
        <p className="px-4 py-3">
          It reaches nothing of what was asked about. Each target below leads to what stands in the way.
        </p>
      )}
      <ReachTargetList
        ways={ways}
        snapshotId={snapshotId}
        targetKey={mode.targetKey}
        onIsolate={mode.isolate}
      />
      {ways.omitted > 0 && (
        <p className="text-ink-muted px-4 py-3">
          {ways.omitted} more targets were not asked about: there are too many. Reachability asks about any of
          them.
        </p>
      )}
      <ReachLineList drawing={drawing} lineId={mode.lineId} onPointAt={mode.pointAt} />
    </div>
  );
}
