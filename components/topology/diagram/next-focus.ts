/** Which node the arrow keys go to next, in reading order; undefined for any other key. */
export function nextFocus(
  ids: readonly string[],
  currentId: string | undefined,
  key: string,
): string | undefined {
  const current = currentId === undefined ? -1 : ids.indexOf(currentId);
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return ids[Math.min(current + 1, ids.length - 1)];
    case "ArrowUp":
    case "ArrowLeft":
      return ids[Math.max(current - 1, 0)];
    case "Home":
      return ids[0];
    case "End":
      return ids.at(-1);
    default:
      return undefined;
  }
}
