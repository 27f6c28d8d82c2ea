import { describe, expect, it } from "vitest";
import { parseChunk, unpackChunk } from "./decode-chunk";
import { encodeChunks, type EncodedChunk } from "./encode-chunks";

const item = (index: number) => ({
  GroupId: `sg-${String(index).padStart(8, "0")}`,
  Description: "d".repeat(400),
});
const items = (count: number) => Array.from({ length: count }, (_item, index) => item(index));

async function encode(list: readonly unknown[]): Promise<EncodedChunk[]> {
  const chunks: EncodedChunk[] = [];
  for await (const chunk of encodeChunks(list)) chunks.push(chunk);
  return chunks;
}

async function decode(chunks: readonly EncodedChunk[]): Promise<unknown[]> {
  return (await Promise.all(chunks.map(({ data }) => unpackChunk(data)))).flatMap(parseChunk);
}

describe("encodeChunks", () => {
  it("keeps every item, in order", async () => {
    for (const list of [[], [null], [1, "two", { three: [3] }], items(5_000)]) {
      const chunks = await encode(list);
      expect(await decode(chunks)).toEqual(list);
      expect(chunks.reduce((sum, { itemCount }) => sum + itemCount, 0)).toBe(list.length);
    }
  });

  it("stores that there is nothing", async () => {
    expect(await encode([])).toHaveLength(1);
  });

  it("makes chunks that are quickly parsed", async () => {
    const chunks = await encode(items(10_000));
    expect(chunks.length).toBeGreaterThan(5);
    for (const { size } of chunks) expect(size).toBeLessThan(600_000);
  });

  it("leaves most chunks as they were when an item comes in between", async () => {
    const before = new Set((await encode(items(10_000))).map(({ hash }) => hash));
    const after = await encode([...items(50), { GroupId: "sg-new" }, ...items(10_000).slice(50)]);
    const changed = after.filter(({ hash }) => !before.has(hash));
    expect(changed.length).toBeLessThanOrEqual(2);
  });
});

describe("unpacking and parsing", () => {
  it("refuse bytes that are no chunk, and a chunk that is no list", async () => {
    await expect(unpackChunk(new Uint8Array([1, 2, 3]))).rejects.toThrow();
    expect(() => parseChunk(Buffer.from("{}"))).toThrow("not a JSON array");
  });
});
