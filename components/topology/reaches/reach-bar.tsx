"use client";

import { X } from "lucide-react";
import { describeError } from "@/components/layout/page/describe-error";
import { useIsNarrow } from "@/components/layout/page/use-is-narrow";
import { Button } from "@/components/ui/action/button";
import { Select } from "@/components/ui/form/select";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import type { ConnectionWays } from "@/lib/contract/reachability/ways";
import type { VpcSummary } from "@/lib/contract/vpcs";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { Verdict } from "@/lib/core/reachability/trace";
import { lineLook } from "./line-look";
import type { ReachMode } from "./use-reach-mode";

export interface ReachBarProps {
  mode: ReachMode;
  view: "diagram" | "table";
  vpcs: readonly VpcSummary[] | undefined;
  /** That the diagram is of; null for the overview of all. */
  vpcId: string | null;
  onOpenVpc: (vpcId: string) => void;
}

/** Whose reach is drawn, what the lines mean, and the way out of the mode. */
export function ReachBar({ mode, view, vpcs, vpcId, onOpenVpc }: ReachBarProps) {
  const { state, connections, connection } = mode;
  // Else the panel beside the diagram says why (`ExplorerPanel`).
  const isAlone = useIsNarrow() || view === "table";
  return (
    <section
      aria-label="What a connection reaches"
      className="border-line bg-surface flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1.5 border-b px-4 py-1.5"
    >
      {connections.length > 0 && (
        <div className="w-full sm:w-64">
          <Select
            label="Connection whose reach is drawn"
            value={connection?.id ?? null}
            placeholder="Choose a connection"
            onChange={mode.start}
            options={connections.map(({ id, label, sublabel }) => ({
              value: id,
              label: sublabel === undefined ? label : `${label}, ${sublabel}`,
            }))}
          />
        </div>
      )}
      <div role="status" className="min-w-0">
        <ReachWords state={state} isOverview={vpcId === null} isAlone={isAlone} />
      </div>
      {state.kind === "error" && isAlone && (
        <Button size="sm" onClick={mode.retry}>
          Try again
        </Button>
      )}
      {state.kind === "elsewhere" && state.vpcId !== null && (
        <OpenVpc
          vpcId={state.vpcId}
          name={vpcs?.find((vpc) => vpc.vpcId === state.vpcId)?.name ?? state.vpcId}
          onOpenVpc={onOpenVpc}
        />
      )}
      {state.kind === "ready" && view === "diagram" && <Legend />}
      <Button
        size="sm"
        className="ml-auto"
        icon={<X aria-hidden className="size-3.5" />}
        title="Escape does the same"
        onClick={mode.leave}
      >
        Leave
      </Button>
    </section>
  );
}

function OpenVpc({
  vpcId,
  name,
  onOpenVpc,
}: Pick<ReachBarProps, "onOpenVpc"> & { vpcId: string; name: string }) {
  return (
    <Button
      size="sm"
      variant="primary"
      title={vpcId}
      onClick={() => {
        onOpenVpc(vpcId);
      }}
    >
      Open {name}
    </Button>
  );
}

interface ReachWordsProps {
  state: ReachMode["state"];
  isOverview: boolean;
  isAlone: boolean;
}

function ReachWords({ state, isOverview, isAlone }: ReachWordsProps) {
  switch (state.kind) {
    case "off":
      return null;
    case "choose":
      return <p>Choose whose reach to draw, here or on the diagram.</p>;
    case "loading":
      return <p>Working out what it reaches…</p>;
    case "error":
      return (
        <p className="flex items-start gap-1.5">
          <StatusGlyph tone="danger" className="mt-[3px]" />
          <span className="min-w-0 break-words">
            It could not be worked out{isAlone ? `: ${whyNot(state.error)}` : "."}
          </span>
        </p>
      );
    case "elsewhere":
      return isOverview ? (
        <p>The overview draws no connections: this one is on the diagram of its VPC.</p>
      ) : (
        <p>This connection is not on this diagram: it is of another VPC.</p>
      );
    case "ready":
      return (
        <>
          <p>{countWords(state.ways)}</p>
          {state.warning !== null && (
            <p className="text-warning flex items-center gap-1.5">
              <StatusGlyph tone="warning" />
              {state.warning}
            </p>
          )}
        </>
      );
  }
}

function whyNot(error: Error): string {
  const { message, nextStep = "" } = describeError(error);
  return `${message} ${nextStep}`.trim();
}

function countWords({ items, omitted }: ConnectionWays): string {
  const count = (verdict: Verdict) => items.filter((item) => item.verdict === verdict).length;
  const parts = [
    `${count("reachable")} of ${items.length} targets reached`,
    ...(count("mixed") > 0 ? [`${count("mixed")} mixed`] : []),
    ...(count("unknown") > 0 ? [`${count("unknown")} not known`] : []),
    ...(count("unreachable") > 0 ? [`${count("unreachable")} blocked`] : []),
    ...(omitted > 0 ? [`${omitted} not asked about`] : []),
  ];
  return parts.join(", ");
}

const legend: { verdict: Verdict; label: string; title: string }[] = [
  { verdict: "reachable", label: "reached", title: "All that goes over the line arrives, and the reply too" },
  {
    verdict: "mixed",
    label: "mixed",
    title: "Some of what goes over the line arrives only from some subnets, or it differs",
  },
  { verdict: "unknown", label: "unknown", title: "What was not read or is not modelled decides" },
];

function Legend() {
  return (
    <ul aria-label="Legend" className="text-ink-muted flex flex-wrap items-center gap-x-4 gap-y-1">
      {legend.map(({ verdict, label, title }) => {
        const look = lineLook[verdict];
        return (
          <li key={verdict} className="inline-flex items-center gap-1.5" title={title}>
            <svg aria-hidden viewBox="0 0 28 8" className="h-2 w-7">
              <path
                d="M 1 4 H 27"
                strokeWidth={2}
                className={look.stroke}
                strokeDasharray={look.dash}
                strokeLinecap={look.cap}
              />
            </svg>
            <StatusGlyph tone={toStatusLook("verdict", verdict).tone} />
            {label}
          </li>
        );
      })}
      <li className="inline-flex items-center gap-1.5">
        <StatusGlyph tone="danger" />
        blocked, no line
      </li>
    </ul>
  );
}
