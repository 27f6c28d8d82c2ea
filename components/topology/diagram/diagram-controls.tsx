"use client";

import { Maximize, Minus, Plus } from "lucide-react";
import { Panel, useReactFlow } from "reactflow";
import { IconButton } from "@/components/ui/action/icon-button";

/** Zoom and fit, bottom left, where the table's own controls never are. */
export function DiagramControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel
      position="bottom-left"
      className="border-line bg-surface flex overflow-hidden rounded-md border p-0.5"
    >
      <IconButton
        label="Zoom out"
        icon={<Minus aria-hidden className="size-4" />}
        onClick={() => void zoomOut()}
      />
      <IconButton
        label="Zoom in"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() => void zoomIn()}
      />
      <IconButton
        label="Fit the whole diagram"
        icon={<Maximize aria-hidden className="size-4" />}
        onClick={() => void fitView({ padding: 0.02, maxZoom: 1 })}
      />
    </Panel>
  );
}
