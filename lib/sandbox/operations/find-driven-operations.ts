import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { SandboxOperation } from "./list-operations";

const lib = fileURLToPath(new URL("../../", import.meta.url));

/** SDK client package -> the service's name in signatures, where they are not the same. */
const SERVICE_NAMES: Readonly<Record<string, string>> = {
  cloudwatch: "monitoring",
  "elastic-load-balancing-v2": "elasticloadbalancing",
  "service-quotas": "servicequotas",
};

const IMPORT = /import\s+(?:\{([^}]*)\}|\*\s+as\s+(\w+))\s+from\s+"@aws-sdk\/client-([\w-]+)"/g;

/**
 * The operations that a test drives with the real SDK, each with the tests that do: `new XCommand(` of a client's package,
 * by name, alias or namespace, or `paginateX(` by name or alias. Limits: a command made in any other way is not seen, nor whether its answer is looked at.
 */
export function findDrivenOperations(): ReadonlyMap<string, readonly string[]> {
  const driven = new Map<string, string[]>();
  for (const file of testFiles()) {
    for (const operation of operationsIn(readFileSync(path.join(lib, file), "utf8"))) {
      const name = operationKey(operation);
      driven.set(name, [...(driven.get(name) ?? []), `lib/${file}`]);
    }
  }
  return driven;
}

/** How the map above names an operation. */
export function operationKey({ service, operation }: SandboxOperation): string {
  return `${service}:${operation}`;
}

function testFiles(): string[] {
  return readdirSync(lib, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".integration.test.ts"))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}

/** The operations whose commands a source makes. */
export function operationsIn(source: string): SandboxOperation[] {
  return [...source.matchAll(IMPORT)].flatMap(([, names, namespace, client = ""]) => {
    const service = SERVICE_NAMES[client] ?? client;
    const made = namespace === undefined ? importedNames(names ?? "") : namespaceNames(source, namespace);
    return made
      .filter(({ imported, local }) => {
        const call = imported.startsWith("paginate") ? "" : String.raw`new\s+`;
        return new RegExp(String.raw`${call}\b${local}\(`).test(source);
      })
      .map(({ imported }) => ({ service, operation: imported.replace(/^paginate|Command$/g, "") }));
  });
}

function importedNames(names: string): { imported: string; local: string }[] {
  return names
    .split(",")
    .map((name) => name.trim().split(/\s+as\s+/))
    .flatMap(([imported = "", local = imported]) =>
      /^([A-Z]\w*Command|paginate[A-Z]\w*)$/.test(imported) ? [{ imported, local }] : [],
    );
}

function namespaceNames(source: string, namespace: string): { imported: string; local: string }[] {
  const uses = source.matchAll(new RegExp(String.raw`\b${namespace}\.([A-Z]\w*Command)\(`, "g"));
  return [...uses].map(([, imported = ""]) => ({ imported, local: `${namespace}\\.${imported}` }));
}
