import type { Runtime } from "@aws-sdk/client-lambda";
import { addFunction, type ConnectionSpec } from "../build/add-function";
import type { Builder } from "../build/builder";
import type { DemoConnection } from "./demo-connections";
import type { DemoRoles } from "./demo-roles";

/** Name, what it does, where it is moored (null: outside any VPC), and what differs from the usual. */
type Row = readonly [
  name: string,
  description: string,
  connection: DemoConnection | null,
  differs?: { role?: keyof DemoRoles; runtime?: Runtime; tags?: Readonly<Record<string, string>> },
];

const PYTHON: Runtime = "python3.13";

const ROWS: readonly Row[] = [
  ["orders-api", "Takes orders from the shop", "orders", { tags: { team: "orders", tier: "1" } }],
  ["orders-worker", "Works through the order queue", "orders", { tags: { team: "orders", tier: "1" } }],
  ["orders-invoice", "Writes invoices", "orders", { tags: { team: "orders" } }],
  ["orders-refund", "Pays back", "orders", { tags: { team: "orders" } }],
  ["orders-search", "Finds orders for the service desk", "orders", { tags: { team: "orders" } }],
  ["orders-cleanup", "Drops carts that nobody came back to", "orders", { tags: { team: "orders" } }],
  [
    "payments-authorize",
    "Asks the provider for the money",
    "payments",
    { role: "vpcInline", tags: { team: "payments", tier: "1" } },
  ],
  [
    "payments-capture",
    "Takes the money",
    "payments",
    { role: "vpcInline", tags: { team: "payments", tier: "1" } },
  ],
  [
    "payments-webhook",
    "Hears from the provider",
    "payments",
    { role: "vpcInline", tags: { team: "payments" } },
  ],
  [
    "payments-reconcile",
    "Compares books every night",
    "payments",
    { role: "vpcInline", runtime: PYTHON, tags: { team: "payments" } },
  ],
  ["catalog-api", "Products for the shop", "catalog", { tags: { team: "catalog", tier: "1" } }],
  ["catalog-import", "Takes in suppliers' lists", "catalog", { runtime: PYTHON, tags: { team: "catalog" } }],
  ["catalog-index", "Feeds the search index", "catalog", { tags: { team: "catalog" } }],
  ["catalog-stock-levels", "Counts what is left", "catalog", { tags: { team: "catalog" } }],
  ["notifications-mail", "Sends mail", "notifications", { tags: { team: "growth" } }],
  ["notifications-push", "Sends push messages", "notifications", { tags: { team: "growth" } }],
  ["reports-daily", "The day in numbers", "reports", { runtime: PYTHON, tags: { team: "insight" } }],
  [
    "legacy-report",
    "The report that nobody dares to remove",
    "reports",
    { role: "legacyReport", runtime: PYTHON, tags: { team: "insight" } },
  ],
  ["pricing-rules", "Applies price rules", "pricing", { tags: { team: "catalog" } }],
  ["pricing-simulator", "Tries price rules out", "pricing", { tags: { team: "catalog" } }],
  [
    "thumbnail-resize",
    "Makes small images of large ones",
    "thumbnails",
    { runtime: PYTHON, tags: { team: "catalog" } },
  ],
  ["staging-orders-api", "orders-api of staging", "staging", { tags: { team: "orders", stage: "staging" } }],
  [
    "staging-payments-authorize",
    "payments-authorize of staging",
    "staging",
    { tags: { team: "payments", stage: "staging" } },
  ],
  [
    "staging-catalog-api",
    "catalog-api of staging",
    "staging",
    { tags: { team: "catalog", stage: "staging" } },
  ],
  [
    "staging-batch",
    "Refreshes staging's data",
    "stagingBatch",
    { runtime: PYTHON, tags: { stage: "staging" } },
  ],
  ["etl-orders-extract", "Copies orders to the lake", "etl", { runtime: PYTHON, tags: { team: "insight" } }],
  [
    "etl-catalog-extract",
    "Copies products to the lake",
    "etl",
    { runtime: PYTHON, tags: { team: "insight" } },
  ],
  [
    "etl-customer-lifetime-value-nightly-recalculation-for-finance-eu",
    "The longest name that Lambda allows",
    "etl",
    { runtime: PYTHON, tags: { team: "insight" } },
  ],
  ["site-redirects", "Old addresses of the shop", null, { role: "basic" }],
  ["site-og-images", "Preview images for social networks", null, { role: "basic", runtime: PYTHON }],
  ["image-optimizer", "Squeezes images", null, { role: "basic" }],
  ["slack-deploy-bot", "Tells who deployed what", null, { role: "basic", tags: { team: "platform" } }],
  [
    "cost-alert",
    "Shouts when the bill grows",
    null,
    { role: "basic", runtime: PYTHON, tags: { team: "platform" } },
  ],
  ["cert-expiry-check", "Looks at certificates", null, { role: "basic", tags: { team: "platform" } }],
  ["newsletter-signup", "Takes addresses of new readers", null, { role: "vpc", tags: { team: "growth" } }],
  ["gift-card-balance", "What is left on a gift card", null, { role: "vpc", tags: { team: "payments" } }],
  [
    "abandoned-cart-reminder",
    "Reminds people of their carts",
    null,
    { role: "vpc", tags: { team: "growth" } },
  ],
  [
    "warehouse-sync",
    "Meant to reach the orders database, not moored yet",
    null,
    { role: "vpc", tags: { team: "orders", note: "<img src=x onerror=alert(1)>" } },
  ],
];

/** The functions that are in good order, as far as Lambda is concerned. */
export function buildFunctions(
  builder: Builder,
  connections: Readonly<Record<DemoConnection, ConnectionSpec>>,
  roles: DemoRoles,
): void {
  for (const [name, description, connection, differs = {}] of ROWS) {
    addFunction(builder, {
      name,
      description,
      roleArn: roles[differs.role ?? "vpc"],
      ...(differs.runtime === undefined ? {} : { runtime: differs.runtime }),
      ...(connection === null ? {} : { connection: connections[connection] }),
      tags: differs.tags ?? {},
    });
  }
}
