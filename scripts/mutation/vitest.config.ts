import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What the mutation run plays against each mutant: the engine's own tests, without the long differential. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["lib/core/reachability/**/*.{test,prop.test}.ts"],
    testTimeout: 30_000,
  },
});
