interface Size {
  width: number;
  height: number;
}

/** Names in a tile are 10 px high on screen from here. */
const READABLE_ZOOM = 0.5;
/** So that nothing touches the canvas's edge. */
const PAD = 0.02;

/** Where a grid begins to be looked at: all of it, or where that could not be read, its top at full width. */
export function gridStart(grid: Size, canvas: Size): { x: number; y: number; zoom: number } {
  const fitWidth = Math.min(1, (canvas.width / grid.width) * (1 - 2 * PAD));
  const fitAll = Math.min(fitWidth, (canvas.height / grid.height) * (1 - 2 * PAD));
  const zoom = fitAll >= READABLE_ZOOM ? fitAll : Math.max(fitWidth, READABLE_ZOOM);
  const left = (canvas.width - grid.width * zoom) / 2;
  return { zoom, x: Math.max(left, canvas.width * PAD), y: canvas.height * PAD };
}
