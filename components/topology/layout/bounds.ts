/** A box in the diagram's own units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest box around all of them; undefined around none. */
export function boundsOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether a canvas of this size (pixels) shows the whole box, given how it is moved (pixels) and zoomed. */
export function isWithin(
  box: Box,
  viewport: { x: number; y: number; zoom: number },
  canvas: { width: number; height: number },
): boolean {
  const left = viewport.x + box.x * viewport.zoom;
  const top = viewport.y + box.y * viewport.zoom;
  return (
    left >= 0 &&
    top >= 0 &&
    left + box.width * viewport.zoom <= canvas.width &&
    top + box.height * viewport.zoom <= canvas.height
  );
}
