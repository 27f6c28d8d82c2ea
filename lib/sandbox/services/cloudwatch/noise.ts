/** In [0, 1), always the same for the same question: FNV-1a, finished so that near questions differ. */
export function noise(key: string, name: string, minute: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${key}/${name}/${String(minute)}`) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
