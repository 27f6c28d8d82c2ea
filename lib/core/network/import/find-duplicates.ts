import { resourceId } from "../resource-id";
import type { ResourceKey } from "../resources";
import type { JsonObject } from "./json/conform";
import type { WarningLog } from "./warning-log";

/** Answers about one subject come in parts, which the network joins: the same subject twice is no duplicate there. */
const IN_PARTS: ReadonlySet<ResourceKey> = new Set([
  "VpcAttributes",
  "ManagedPrefixListEntries",
  "TargetGroupAttributes",
  "TargetHealthDescriptions",
  "TransitGatewayRoutes",
  "TransitGatewayRouteTableAssociations",
  "TransitGatewayRouteTablePropagations",
]);

/** Tells of ids that occur more than once in one capture. All are kept; the network uses the last. */
export function warnOfDuplicates(key: ResourceKey, resources: readonly JsonObject[], log: WarningLog): void {
  if (IN_PARTS.has(key)) return;
  const seen = new Map<string, JsonObject>();
  for (const resource of resources) {
    const id = identity(key, resource);
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first) warn(key, id, isSame(first, resource), log);
    else seen.set(id, resource);
  }
}

function warn(key: ResourceKey, id: string, isEqual: boolean, log: WarningLog): void {
  log.add(
    isEqual
      ? {
          code: "duplicate-id",
          message: `${id} occurs twice in \`${key}\`, both times the same`,
          resourceId: id,
        }
      : {
          code: "conflicting-duplicate",
          message: `${id} occurs twice in \`${key}\` and differs; the last is used`,
          resourceId: id,
        },
  );
}

/** Versions of a function may share an ARN in old answers. */
function identity(key: ResourceKey, resource: JsonObject): string | undefined {
  const id = resourceId(key, resource);
  const version = resource["Version"];
  return key === "Functions" && id !== undefined && typeof version === "string" && version !== "$LATEST"
    ? `${id} (version ${version})`
    : id;
}

function isSame(left: JsonObject, right: JsonObject): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
