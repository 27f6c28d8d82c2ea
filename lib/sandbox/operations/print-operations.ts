import { operationKey } from "./find-driven-operations";
import type { SandboxOperation } from "./list-operations";
import { PARTIAL_OPERATIONS, WANTED_OPERATIONS } from "./partial-operations";

const HEAD = ["| service | full | partial | absent |", "| --- | --- | --- | --- |"];

interface Row {
  full: string[];
  partial: string[];
  absent: string[];
}

/** What is missing of an operation; undefined where nothing is. */
function shortcomingOf(key: string, isDriven: boolean): string | undefined {
  if (!isDriven) return "no test drives it";
  return Object.hasOwn(PARTIAL_OPERATIONS, key) ? PARTIAL_OPERATIONS[key] : undefined;
}

function cell(names: readonly string[]): string {
  return names.length === 0 ? "" : `${String(names.length)}: ${names.join(", ")}`;
}

/** The README's table: each service's operations, those that no test drives not among the full ones. */
export function printOperations(
  operations: readonly SandboxOperation[],
  driven: ReadonlyMap<string, unknown>,
): string {
  const rows = new Map<string, Row>();
  const rowOf = (service: string): Row => {
    const row = rows.get(service) ?? { full: [], partial: [], absent: [] };
    rows.set(service, row);
    return row;
  };
  // A service that speaks two protocols lists its operations twice.
  const distinct = new Map(operations.map((operation) => [operationKey(operation), operation]));
  for (const [key, operation] of distinct) {
    const shortcoming = shortcomingOf(key, driven.has(key));
    const row = rowOf(operation.service);
    if (shortcoming === undefined) row.full.push(operation.operation);
    else row.partial.push(`${operation.operation} (${shortcoming})`);
  }
  for (const key of WANTED_OPERATIONS.filter((wanted) => !distinct.has(wanted))) {
    const [service = "", operation = ""] = key.split(":");
    rowOf(service).absent.push(operation);
  }
  const lines = [...rows].map(
    ([service, { full, partial, absent }]) =>
      `| ${service} | ${cell(full)} | ${cell(partial)} | ${absent.join(", ")} |`,
  );
  return [...HEAD, ...lines].join("\n");
}
