"use client";

import clsx from "clsx";
import { Table2, Radar, Workflow } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import type { TopologyNode } from "@/lib/contract/topology";
import type { VpcSummary } from "@/lib/contract/vpcs";
import { NodeSearch } from "./node-search";
import { VpcPicker } from "./vpc-picker";

export type TopologyView = "diagram" | "table";

export interface TopologyToolbarProps {
  vpcs: readonly VpcSummary[] | undefined;
  vpcId: string | null;
  onVpcChange: (vpcId: string | null) => void;
  order: readonly TopologyNode[];
  q: string;
  onQueryChange: (q: string) => void;
  onFind: (nodeId: string) => void;
  view: TopologyView;
  onViewChange: (view: TopologyView) => void;
  /** Undefined where no connection is drawn that could reach anything. */
  reach: { isOn: boolean; onToggle: () => void } | undefined;
}

/** Which VPC, what to find in it, what of it is drawn, and whether as a picture or as tables. */
export function TopologyToolbar(props: TopologyToolbarProps) {
  return (
    <div className="border-line bg-surface flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <VpcPicker vpcs={props.vpcs} value={props.vpcId} onChange={props.onVpcChange} />
      <NodeSearch order={props.order} q={props.q} onQueryChange={props.onQueryChange} onFind={props.onFind} />
      {props.reach && (
        <Button
          aria-pressed={props.reach.isOn}
          icon={<Radar aria-hidden className="size-4" />}
          className={clsx(props.reach.isOn && "border-accent! bg-accent-soft")}
          onClick={props.reach.onToggle}
        >
          What it reaches
        </Button>
      )}
      <div role="group" aria-label="View" className="border-line ml-auto flex rounded-md border p-0.5">
        <ViewButton id="diagram" label="Diagram" view={props.view} onViewChange={props.onViewChange} />
        <ViewButton id="table" label="Table" view={props.view} onViewChange={props.onViewChange} />
      </div>
    </div>
  );
}

interface ViewButtonProps {
  id: TopologyView;
  label: string;
  view: TopologyView;
  onViewChange: (view: TopologyView) => void;
}

function ViewButton({ id, label, view, onViewChange }: ViewButtonProps) {
  const Icon = id === "diagram" ? Workflow : Table2;
  const isPressed = id === view;
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={() => {
        onViewChange(id);
      }}
      className={clsx(
        "text-13 inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5",
        isPressed ? "bg-accent-soft text-ink font-medium" : "text-ink-muted hover:bg-hover",
      )}
    >
      <Icon aria-hidden className="size-4" />
      {label}
    </button>
  );
}
