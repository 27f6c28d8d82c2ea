import type { Box, LaidOutNode } from "../layout/layout-types";
import { sizes } from "../layout/node-size";

/** A frame (or none) around a grid of tiles that all have one size. */
export interface CellBlock {
  readonly frameId: string | undefined;
  readonly columns: number;
  readonly ids: readonly string[];
}

export interface PlacedBlock extends CellBlock {
  readonly box: Box;
  /** Blocks of one shelf begin at one height: their rows, and the gutters between, are in line. */
  readonly shelf: number;
}

export interface Cell extends LaidOutNode {
  readonly shelf: number;
}

interface ShelfInput {
  blocks: readonly CellBlock[];
  /** What lies beyond the VPCs: to the right of the first shelf. */
  beyond: readonly string[];
  /** Where the first shelf begins. */
  y: number;
  tileHeight: number;
  /** Width by height of the whole; 0 puts each block on a shelf of its own. */
  aspect: number;
}

const pitchX = sizes.tile.width + sizes.gridGap;

/** Puts blocks side by side until the shelf is full, and begins the next below. */
export function placeShelves({ blocks, beyond, y: top, tileHeight, aspect }: ShelfInput): PlacedBlock[] {
  const measured = blocks.map((block) => ({ block, size: sizeOf(block, tileHeight) }));
  const area = measured.reduce((sum, { size }) => sum + size.width * size.height, 0);
  const room = Math.max(Math.sqrt(area * aspect), ...measured.map(({ size }) => size.width));
  const placed: PlacedBlock[] = [];
  let [x, y, shelf, shelfHeight, right] = [0, top, 0, 0, 0];
  for (const { block, size } of measured) {
    if (x > 0 && (aspect === 0 || x + size.width > room)) {
      y += shelfHeight + sizes.gridGap;
      [x, shelf, shelfHeight] = [0, shelf + 1, 0];
    }
    placed.push({ ...block, shelf, box: { x, y, ...size } });
    x += size.width + sizes.gridGap;
    right = Math.max(right, x);
    shelfHeight = Math.max(shelfHeight, size.height);
  }
  if (beyond.length === 0) return placed;
  if (aspect === 0) {
    const last = { frameId: undefined, columns: 2, ids: beyond };
    const box = { x: 0, y: y + shelfHeight, ...sizeOf(last, tileHeight) };
    return [...placed, { ...last, shelf: shelf + 1, box }];
  }
  const firstShelf = placed.filter((block) => block.shelf === 0);
  const rows = Math.max(1, ...firstShelf.map(({ ids, columns }) => Math.ceil(ids.length / columns)));
  const side = { frameId: undefined, columns: Math.ceil(beyond.length / rows), ids: beyond };
  const box = { x: right + sizes.laneGap, y: top, ...sizeOf(side, tileHeight) };
  return [...placed, { ...side, shelf: 0, box }];
}

function sizeOf({ columns, ids }: CellBlock, tileHeight: number): { width: number; height: number } {
  const used = Math.min(columns, ids.length);
  const rows = Math.ceil(ids.length / columns);
  return {
    width: 2 * sizes.pad + used * pitchX - sizes.gridGap,
    height: sizes.regionHeader + rows * (tileHeight + sizes.gridGap) - sizes.gridGap + sizes.pad,
  };
}

/** Tiles row by row, below the room for the frame's head. */
export function placeCells({ ids, columns, box, shelf }: PlacedBlock, tileHeight: number): Cell[] {
  return ids.map((id, index) => ({
    id,
    x: box.x + sizes.pad + (index % columns) * pitchX,
    y: box.y + sizes.regionHeader + Math.floor(index / columns) * (tileHeight + sizes.gridGap),
    width: sizes.tile.width,
    height: tileHeight,
    depth: 1,
    shelf,
  }));
}
