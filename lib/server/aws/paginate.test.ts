import { describe, expect, it } from "vitest";
import { paginate, PaginationError, readAllPages, type Page } from "./paginate";

/** Pages by token; the first under "". */
function serve(pages: Record<string, Page<number>>) {
  const asked: (string | undefined)[] = [];
  const fetchPage = (nextToken: string | undefined) => {
    asked.push(nextToken);
    return Promise.resolve(pages[nextToken ?? ""] ?? { items: [] });
  };
  return { asked, fetchPage };
}

describe("readAllPages", () => {
  it("follows every token to the last page", async () => {
    const { asked, fetchPage } = serve({
      "": { items: [1], nextToken: "a" },
      a: { items: [], nextToken: "b" },
      b: { items: [2, 3] },
    });
    expect(await readAllPages(fetchPage)).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, "a", "b"]);
  });

  it("takes an empty token for the end", async () => {
    expect(await readAllPages(serve({ "": { items: [1], nextToken: "" } }).fetchPage)).toEqual([1]);
  });

  it("refuses a token that comes back", async () => {
    const { fetchPage } = serve({ "": { items: [1], nextToken: "a" }, a: { items: [2], nextToken: "a" } });
    await expect(readAllPages(fetchPage)).rejects.toThrow(PaginationError);
  });

  it("refuses empty pages without end", async () => {
    let page = 0;
    const fetchPage = () => Promise.resolve({ items: [], nextToken: String((page += 1)) });
    await expect(readAllPages(fetchPage)).rejects.toThrow(/empty pages/);
  });

  it("asks for no page after it was aborted", async () => {
    const canceled = new AbortController();
    const { asked, fetchPage } = serve({ "": { items: [1], nextToken: "a" }, a: { items: [2] } });
    const reading = async () => {
      for await (const items of paginate(fetchPage, canceled.signal)) {
        if (items.length > 0) canceled.abort(new Error("enough"));
      }
    };
    await expect(reading()).rejects.toThrow("enough");
    expect(asked).toEqual([undefined]);
  });
});
