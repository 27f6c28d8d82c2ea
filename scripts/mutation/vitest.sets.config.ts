import named from "./vitest.config";

/** The tests beside the sets alone. */
const config = { ...named, test: { ...named.test, include: ["lib/core/reachability/sets/*.test.ts"] } };

export default config;
