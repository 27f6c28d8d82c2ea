import type { ElkPort } from "elkjs/lib/elk-api";
import type { ViewEdge } from "@/lib/core/topology/view/view-graph";
import type { Block, BlockRow } from "./layout-types";

/** Where an edge is fastened: ids of ELK nodes or ports, and the rows they stand for. */
export interface PortUse {
  readonly source: string;
  readonly target: string;
  readonly sourceRow?: RowEnd;
  readonly targetRow?: RowEnd;
}

export interface RowEnd {
  readonly blockId: string;
  readonly rowId: string;
  readonly side: "WEST" | "EAST";
}

interface Place {
  block: Block;
  row: BlockRow;
}

/** Lines leave a row a little below the ones that arrive, so that both can be told apart. */
const ARRIVES_ABOVE = 6;

/**
 * Gives every row that has edges a port on its block's side: traffic enters from the west and leaves to the east; an
 * edge within the block (subnet to NAT gateway) leaves and enters on the east, where ELK routes it as a loop.
 */
export function toPorts(
  edges: readonly ViewEdge[],
  blocks: readonly Block[],
): { portUses: Map<string, PortUse>; portsByBlock: Map<string, ElkPort[]> } {
  const placeById = new Map<string, Place>();
  for (const block of blocks) for (const row of block.rows) placeById.set(row.id, { block, row });
  const ports = new Map<string, { blockId: string; port: ElkPort }>();
  const fasten = (place: Place, side: "WEST" | "EAST", role: "in" | "out"): RowEnd & { portId: string } => {
    const portId = `${place.row.id} ${side} ${role}`;
    const shift = side === "EAST" && role === "in" ? -ARRIVES_ABOVE : 0;
    ports.set(portId, {
      blockId: place.block.id,
      port: {
        id: portId,
        x: side === "WEST" ? 0 : place.block.width,
        y: place.row.lineY + shift,
        width: 0,
        height: 0,
        layoutOptions: { "elk.port.side": side },
      },
    });
    return { blockId: place.block.id, rowId: place.row.id, side, portId };
  };

  const portUses = new Map<string, PortUse>();
  for (const edge of edges) {
    const from = placeById.get(edge.source);
    const to = placeById.get(edge.target);
    const source = from ? fasten(from, "EAST", "out") : undefined;
    const target = to ? fasten(to, from?.block === to.block ? "EAST" : "WEST", "in") : undefined;
    portUses.set(edge.id, {
      source: source?.portId ?? edge.source,
      target: target?.portId ?? edge.target,
      ...(source ? { sourceRow: source } : {}),
      ...(target ? { targetRow: target } : {}),
    });
  }

  const portsByBlock = new Map<string, ElkPort[]>();
  for (const { blockId, port } of ports.values()) {
    const list = portsByBlock.get(blockId);
    if (list) list.push(port);
    else portsByBlock.set(blockId, [port]);
  }
  return { portUses, portsByBlock };
}
