import { Status } from "@/components/ui/status/status";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";

const SHOWN = 60;

export interface ChainListProps {
  title: string;
  edges: readonly TopologyEdge[];
  graph: ViewGraph<TopologyNode, TopologyEdge>;
  selectedId: string;
  onSelect: (nodeId: string) => void;
}

/** The lit lines as sentences, in the order of the packet, each with the route or placement it is drawn from. */
export function ChainList({ title, edges, graph, selectedId, onSelect }: ChainListProps) {
  if (edges.length === 0) return null;
  const rest = edges.length - SHOWN;
  return (
    <section className="grid gap-2 px-4 py-3" aria-label={title}>
      <h3 className="font-medium">{title}</h3>
      <ol className="grid gap-2">
        {edges.slice(0, SHOWN).map((edge) => (
          <li key={edge.id} className="border-line border-l-2 pl-2.5">
            <p className="flex flex-wrap items-center gap-x-1.5">
              <ChainEnd node={graph.nodeById.get(edge.source)} selectedId={selectedId} onSelect={onSelect} />
              <span aria-label="leads to">→</span>
              <ChainEnd node={graph.nodeById.get(edge.target)} selectedId={selectedId} onSelect={onSelect} />
              {edge.isBroken === true && <Status tone="danger" label="Broken" />}
            </p>
            <p className="text-ink-muted break-words">{edge.evidence}</p>
            <PublicSubnetNote edge={edge} graph={graph} />
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="text-ink-muted">and {rest} more, all in the table view</p>}
    </section>
  );
}

interface ChainEndProps {
  node: TopologyNode | undefined;
  selectedId: string;
  onSelect: (nodeId: string) => void;
}

function ChainEnd({ node, selectedId, onSelect }: ChainEndProps) {
  if (!node) return null;
  const title = `${kindLabel(node.kind)}: ${node.label}`;
  if (node.id === selectedId)
    return (
      <strong className="font-semibold" title={title}>
        {node.label}
      </strong>
    );
  return (
    <button
      type="button"
      title={title}
      className="hover:text-accent text-left break-all underline decoration-dotted underline-offset-2"
      onClick={() => {
        onSelect(node.id);
      }}
    >
      {node.label}
    </button>
  );
}

/**
 * The trap that most people fall into: the route is there, and a function still cannot use it. Source: Lambda
 * developer guide, "Connecting Lambda functions to resources in a VPC": no public IPv4 address in a public subnet.
 */
function PublicSubnetNote({
  edge,
  graph,
}: {
  edge: TopologyEdge;
  graph: ViewGraph<TopologyNode, TopologyEdge>;
}) {
  const isPlacement = graph.nodeById.get(edge.source)?.kind === "connection";
  if (!isPlacement || graph.nodeById.get(edge.target)?.subnetKind !== "public") return null;
  return (
    <p className="text-warning">
      A function gets no public IPv4 address, so it does not reach the internet through this public subnet.
    </p>
  );
}
