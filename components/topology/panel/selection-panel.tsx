"use client";

import { Button } from "@/components/ui/action/button";
import { CopyId } from "@/components/ui/action/copy-id";
import { Status } from "@/components/ui/status/status";
import { DefinitionList } from "@/components/ui/text/definition-list";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import { reachedByTargets } from "@/lib/core/topology/view/reached-by-targets";
import type { SelectionChain } from "@/lib/core/topology/view/selection-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { SubnetKindMark } from "../subnet-kind-mark";
import { ReachesList } from "../reaches/reaches-list";
import { ReachedBySection } from "../reached-by/reached-by-section";
import { ChainList } from "./chain-list";
import { FunctionLinks } from "./function-links";

export interface SelectionPanelProps {
  node: TopologyNode;
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  chain: SelectionChain<TopologyEdge>;
  snapshotId: string | null;
  onSelect: (nodeId: string) => void;
  onOpenVpc: (vpcId: string) => void;
}

/** What is selected, in words: what it is, how traffic comes to it, where it goes, and what that rests on. */
export function SelectionPanel(props: SelectionPanelProps) {
  const { node, graph, chain, onSelect } = props;
  const isUnopenedVpc = node.kind === "vpc" && !graph.childrenOf.has(node.id);
  const vpcId = node.resourceId;
  // Who reaches it was asked above: that no route leads to it would only seem to contradict that.
  const isAskedAbout = reachedByTargets(graph, node).kind !== "nothing-to-ask";
  return (
    <div className="divide-line grid divide-y">
      <div className="grid gap-2 px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-ink-muted">{kindLabel(node.kind)}</span>
          {node.kind === "subnet" && <SubnetKindMark kind={node.subnetKind} />}
          {node.state !== undefined && <NodeState node={node} />}
        </div>
        {node.resourceId !== undefined && <CopyId value={node.resourceId} />}
        {node.facts.length > 0 && (
          <DefinitionList
            items={node.facts.map((fact) => ({
              term: fact.label,
              value: fact.mono === true ? <span className="font-mono">{fact.value}</span> : fact.value,
            }))}
          />
        )}
        {isUnopenedVpc && vpcId !== undefined && (
          <Button
            variant="primary"
            className="justify-self-start"
            onClick={() => {
              props.onOpenVpc(vpcId);
            }}
          >
            Open {node.label}
          </Button>
        )}
      </div>
      {node.functions !== undefined && node.functions.length > 0 && (
        <FunctionLinks functions={node.functions} snapshotId={props.snapshotId} />
      )}
      {node.functions !== undefined && (
        <ReachesList
          connectionId={node.id}
          functions={node.functions}
          snapshotId={props.snapshotId ?? undefined}
        />
      )}
      <ReachedBySection
        // What was opened for one resource says nothing of the next.
        key={node.id}
        node={node}
        graph={graph}
        snapshotId={props.snapshotId ?? undefined}
      />
      <ChainList
        title={`How traffic comes to ${node.label}`}
        edges={chain.upstream}
        graph={graph}
        selectedId={node.id}
        onSelect={onSelect}
      />
      <ChainList
        title={`Where traffic goes from ${node.label}`}
        edges={chain.downstream}
        graph={graph}
        selectedId={node.id}
        onSelect={onSelect}
      />
      {chain.upstream.length + chain.downstream.length === 0 && !isAskedAbout && (
        <p className="text-ink-muted px-4 py-3">
          No route, endpoint or placement in this snapshot leads to it or away from it.
        </p>
      )}
    </div>
  );
}

function NodeState({ node }: { node: TopologyNode }) {
  const look = toStatusLook("state", node.state);
  return <Status tone={look.tone} label={look.label} />;
}
