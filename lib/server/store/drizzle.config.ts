import { defineConfig } from "drizzle-kit";

/** For `npx drizzle-kit generate --config lib/server/store/drizzle.config.ts`, run from the project's root. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./lib/server/store/schema/*.ts",
  out: "./lib/server/store/migrations",
});
