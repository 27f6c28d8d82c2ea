import { expect, it } from "vitest";
import { createLog } from "./log";

const at = new Date("2026-01-02T03:04:05.000Z");

it("writes one JSON line per event, with the stack of an error and of its causes", () => {
  const lines: string[] = [];
  const log = createLog(
    () => at,
    (line) => lines.push(line),
  );
  log.info("ready", { port: 3000 });
  log.error("failed", { id: "a\nb" }, new Error("outer\nline", { cause: new Error("inner") }));
  expect(lines.every((line) => line.endsWith("\n") && line.indexOf("\n") === line.length - 1)).toBe(true);
  const [ready, failed] = lines.map((line) => JSON.parse(line) as Record<string, string>);
  expect(ready).toEqual({ at: at.toISOString(), level: "info", message: "ready", port: 3000 });
  expect(failed?.["error"]).toMatch(/outer[\s\S]*caused by Error: inner/);
});
