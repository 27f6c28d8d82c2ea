import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What the mutation run plays against each mutant: the engine's own tests, those made by hand. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["lib/core/reachability/**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      "lib/core/reachability/testing/**",
      "lib/core/reachability/differential.test.ts",
    ],
    isolate: false,
    testTimeout: 30_000,
  },
});
