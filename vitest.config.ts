import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** `unit` is pure and fast; `sandbox` drives the embedded AWS; `integration` opens sockets, files and databases. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Counts where `--coverage` asks for it: in the unit run of scripts/test.mjs, not in a run of single files.
    coverage: {
      provider: "v8",
      include: ["lib/core/reachability/**/*.ts"],
      exclude: [
        "lib/core/reachability/{testing,recordings,cases}/**",
        "**/*.test.ts",
        "**/*.test-builder.ts",
      ],
      reporter: ["json"],
      reportsDirectory: ".mooring/coverage",
      thresholds: { branches: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure tests share nothing that one could spoil for another: a third of the time with modules loaded once.
          isolate: false,
          testTimeout: 30_000,
          include: ["{app,components,lib,scripts}/**/*.{test,prop.test}.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.{integration,moto}.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "sandbox",
          // Each file has a server of its own; loading the SDK's clients anew for each took longer than the tests.
          isolate: false,
          include: ["lib/sandbox/**/*.integration.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          // As for the sandbox: loading the server's modules anew for each file took a sixth of the time.
          isolate: false,
          include: ["{lib,scripts}/**/*.integration.test.ts"],
          exclude: ["**/node_modules/**", "lib/sandbox/**"],
          globalSetup: ["lib/testing/start-postgres.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "moto",
          include: ["lib/**/*.moto.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
