/** Pages get their Content-Security-Policy, with a nonce, from `proxy.ts`; what is the same for every answer is here. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
];

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm run verify` and CI check types, in a third of the time and with the tests' types too.
  typescript: { ignoreBuildErrors: true },
  // Native or self-loading parts that must stay files of their own.
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pg-boss", "drizzle-orm", "esbuild"],
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: everywhere },
      {
        source: "/api/:path*",
        headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
      },
    ]),
};

export default config;
