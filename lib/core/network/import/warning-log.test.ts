import { describe, expect, it } from "vitest";
import { createWarningLog, MAX_WARNINGS_PER_CODE } from "./warning-log";

describe("the warnings of an import", () => {
  it("are kept in order, and the many of one kind end in a number", () => {
    const log = createWarningLog();
    log.add({ code: "unknown-key", message: "first" });
    for (let item = 0; item < MAX_WARNINGS_PER_CODE + 5; item += 1) {
      log.add({ code: "missing-id", message: `item ${item}` });
    }
    const list = log.list();
    expect(list).toHaveLength(MAX_WARNINGS_PER_CODE + 2);
    expect(list[0]?.message).toBe("first");
    expect(list.at(-1)).toEqual({ code: "missing-id", message: "and 5 more of the same kind" });
  });
});
