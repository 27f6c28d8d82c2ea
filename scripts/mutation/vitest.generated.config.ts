import named from "./vitest.config";

const generated = ["differential.test.ts", "testing/properties/*.prop.test.ts"];

/** The generated tests alone: asked about the few mutants that those made by hand let live. */
const config = {
  ...named,
  test: { ...named.test, include: generated.map((file) => `lib/core/reachability/${file}`), exclude: [] },
};

export default config;
