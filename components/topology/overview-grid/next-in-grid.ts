/** Where a tile stands, and how it is called. */
export interface GridPlace {
  readonly id: string;
  readonly position: { readonly x: number; readonly y: number };
}

/** The nearest tile above or below; undefined for any other key, or where there is none. */
export function nextInGrid(places: readonly GridPlace[], currentId: string, key: string): string | undefined {
  const direction = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const current = places.find(({ id }) => id === currentId)?.position;
  if (direction === 0 || !current) return undefined;
  const distance = ({ position }: GridPlace) => (position.y - current.y) * direction;
  const inTheWay = places.filter((place) => place.position.x === current.x && distance(place) > 0);
  return inTheWay.sort((a, b) => distance(a) - distance(b))[0]?.id;
}
