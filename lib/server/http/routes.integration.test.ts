import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { apiPaths } from "@/lib/contract/paths";

const folder = "app/api";
const routes = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => path.basename(name) === "route.ts" && !name.startsWith("[[..."))
  .map((name) => ({
    apiPath: `/api/${path.dirname(name).replaceAll(/\[(\w+)\]/g, "{$1}")}`,
    text: readFileSync(path.join(folder, name), "utf8"),
  }));

describe("the files under app/api", () => {
  it("are just the paths of the contract, which the OpenAPI document describes", () => {
    expect(routes.map(({ apiPath }) => apiPath).sort()).toEqual(Object.values(apiPaths).sort());
  });

  it.each(routes)(
    "take the methods of the contract at $apiPath, and refuse every other",
    ({ apiPath, text }) => {
      const described = Object.values(endpoints).filter((one) => one.path === apiPath);
      const taken = [...text.matchAll(/^export const (GET|POST|DELETE)\b/gm)].map(([, method]) => method);
      const streams = described.length === 0 ? ["GET"] : [];
      expect(taken.sort()).toEqual([...described.map(({ method }) => method), ...streams].sort());
      const refused = /refuseMethods\(([^)]*)\)/.exec(text)?.[1] ?? "";
      expect([...refused.matchAll(/"(\w+)"/g)].map(([, method]) => method).sort()).toEqual(taken.sort());
    },
  );
});
