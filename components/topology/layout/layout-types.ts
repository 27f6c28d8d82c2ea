export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Absolute pixels; y grows downwards. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface LaidOutNode extends Box {
  readonly id: string;
  /** 0 for what stands outside every container; deeper is drawn above. */
  readonly depth: number;
}

export interface LaidOutEdge {
  readonly id: string;
  /** Start, bends and end; every segment is horizontal or vertical. */
  readonly points: readonly Point[];
}

export interface TopologyLayout {
  readonly nodes: readonly LaidOutNode[];
  readonly edges: readonly LaidOutEdge[];
  readonly width: number;
  readonly height: number;
  /** In a grid of many VPCs: tiles that stand for VPCs without functions. Its lines are drawn only when lit. */
  readonly folds?: readonly VpcFold[];
}

export interface VpcFold {
  readonly id: string;
  readonly vpcIds: readonly string[];
  readonly isOpen: boolean;
  /** False where opening it would be more than a diagram draws: the table has them. */
  readonly canOpen: boolean;
}

/** A rectangle of rows (zones › subnets › resources) that ELK sees as one node with ports at fixed places. */
export interface Block {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Relative to the block, outermost first. */
  readonly rows: readonly BlockRow[];
}

export interface BlockRow extends Box {
  readonly id: string;
  /** 1 for a zone (or what stands directly in the VPC), 2 for a subnet in a zone, … */
  readonly level: number;
  /** Where lines meet the row, measured from the block's top. */
  readonly lineY: number;
}
