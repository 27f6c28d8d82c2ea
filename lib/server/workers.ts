import type { ServerContext } from "./context";

/** What works in the background: each registers its job handlers when the app starts. */
export const workers: readonly ((ctx: ServerContext) => Promise<void> | void)[] = [];
