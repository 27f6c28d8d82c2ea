/**
 * Who may import whom: one table, read by ESLint (as you type) and by `lib/architecture.test.ts` (as a gate).
 * `from` and `to` are folders from the project's root; `allow` lists exceptions inside `to`.
 * Limits: only static and dynamic imports with a literal path are seen; types count like values.
 * @type {{ from: string, to: string, allow?: string[], why: string }[]}
 */
export const forbiddenEdges = [
  { from: "lib", to: "components", why: "nothing in lib imports a component" },
  { from: "lib", to: "app", why: "routing composes lib, never the other way round" },
  { from: "components", to: "app", why: "pages compose components, never the other way round" },
  { from: "components", to: "lib/server", why: "the browser never meets the server's code" },
  { from: "components", to: "lib/sandbox", why: "the app and the sandbox know each other only over HTTP" },
  { from: "lib/client", to: "lib/server", why: "client and server never meet" },
  { from: "lib/server", to: "lib/client", why: "client and server never meet" },
  { from: "lib/contract", to: "lib/server", why: "the contract is below both sides" },
  { from: "lib/contract", to: "lib/client", why: "the contract is below both sides" },
  { from: "lib/core", to: "lib/contract", why: "core is the lowest room" },
  { from: "lib/core", to: "lib/server", why: "core is the lowest room" },
  { from: "lib/core", to: "lib/client", why: "core is the lowest room" },
  { from: "lib/core", to: "lib/sandbox", why: "core is the lowest room" },
  {
    from: "lib/sandbox",
    to: "lib/core",
    why: "the sandbox imports nothing from the rest of lib: bytes are the only contract",
  },
  { from: "lib/sandbox", to: "lib/contract", why: "the sandbox imports nothing from the rest of lib" },
  { from: "lib/sandbox", to: "lib/server", why: "the sandbox imports nothing from the rest of lib" },
  { from: "lib/sandbox", to: "lib/client", why: "the sandbox imports nothing from the rest of lib" },
  { from: "lib/server", to: "lib/sandbox", why: "the app and the sandbox know each other only over HTTP" },
  { from: "lib/client", to: "lib/sandbox", why: "the app and the sandbox know each other only over HTTP" },
  { from: "lib/contract", to: "lib/sandbox", why: "the app and the sandbox know each other only over HTTP" },
  { from: "app", to: "lib/sandbox", why: "the app and the sandbox know each other only over HTTP" },
  { from: "app", to: "lib/server/store", why: "routes and pages touch no store" },
  { from: "app", to: "lib/server/aws", why: "routes and pages touch no SDK" },
  { from: "app", to: "lib/server/collector", why: "routes and pages call services" },
  { from: "app", to: "lib/server/operations", why: "routes and pages call services" },
  {
    from: "lib/server/services",
    to: "lib/server/operations",
    allow: ["lib/server/operations/queue.ts"],
    why: "services hand work to the runner through its queue",
  },
  {
    from: "lib/server/store",
    to: "lib/server/services",
    why: "services use the store, never the other way round",
  },
  {
    from: "lib/server/aws",
    to: "lib/server/services",
    why: "services use AWS clients, never the other way round",
  },
  { from: "components/ui", to: "lib", why: "primitives hold no domain" },
  { from: "components/wizard", to: "lib", why: "a wizard's shell knows nothing of AWS" },
  { from: "lib/core/network", to: "lib/core/reachability", why: "network <- reachability <- rules, plans" },
  { from: "lib/core/network", to: "lib/core/plans", why: "network <- plans" },
  { from: "lib/core/network", to: "lib/core/topology", why: "network <- topology" },
  { from: "lib/core/network", to: "lib/core/operations", why: "network <- operations" },
  { from: "lib/core/topology", to: "lib/core/plans", why: "topology reads the network only" },
  { from: "lib/core/plans", to: "lib/core/topology", why: "plans do not draw" },
  { from: "lib/core/access", to: "lib/core/network", why: "access reads nothing" },
  { from: "lib/core/access", to: "lib/core/plans", why: "access reads nothing" },
];

/** Folders whose children may not import one another: compose them in `app`. `shared` are open to all. */
export const separateFeatures = {
  folder: "components",
  shared: ["ui", "layout", "wizard", "aws-icon"],
};

/** Packages only some rooms may import as values (types are free where `typesAnywhere`). */
export const restrictedPackages = [
  {
    pattern: "^@aws-sdk/",
    only: ["lib/server/aws", "lib/sandbox", "lib/testing", "scripts"],
    typesIn: ["lib"],
    why: "AWS is reached in lib/server/aws only",
  },
  {
    pattern: "^reactflow",
    only: ["components/topology"],
    typesIn: [],
    why: "the diagram library stays in components/topology",
  },
  {
    pattern: "^(react|react-dom|next)(/|$)",
    only: ["app", "components", "lib/client", "proxy.ts", "next.config.js", "instrumentation.ts"],
    typesIn: ["lib/contract"],
    why: "core, server and sandbox know no React",
  },
  {
    pattern: "^(drizzle-orm|pg|pg-boss|@electric-sql/pglite)(/|$)",
    only: ["lib/server/store", "lib/server/jobs", "lib/server/events", "lib/testing"],
    typesIn: ["lib/server"],
    why: "the store is one room",
  },
  {
    pattern: "^zod",
    only: ["lib/contract", "lib/server", "lib/client", "lib/sandbox/control", "components"],
    typesIn: [],
    why: "core trusts its types; parsing is at the edges",
  },
  {
    pattern: "^(node:|fs$|path$|crypto$|http$)",
    only: ["lib/server", "lib/sandbox", "lib/testing", "scripts", "e2e", "instrumentation.ts"],
    typesIn: [],
    why: "core, contract, client and components do no I/O",
  },
];
