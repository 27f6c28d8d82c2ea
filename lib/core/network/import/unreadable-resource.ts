import { resourceId } from "../resource-id";
import type { ResourceKey } from "../resources";
import type { Conformed, JsonObject } from "./json/conform";
import type { WarningLog } from "./warning-log";

/** Tells what was odd about one resource, and gives back what was set aside, to be kept among the unknown. */
export function unreadableResource(
  key: ResourceKey,
  resource: JsonObject,
  { misfits, nullLists }: Pick<Conformed, "misfits" | "nullLists">,
  path: string,
  log: WarningLog,
): [key: string, value: unknown][] {
  const id = resourceId(key, resource);
  const name = id ?? `an item of \`${key}\``;
  const about = id === undefined ? { path } : { path, resourceId: id };
  if (id === undefined) {
    log.add({ code: "missing-id", message: `${name} has no id: nothing can refer to it`, ...about });
  }
  if (nullLists.length > 0) {
    log.add({
      code: "null-list",
      message: `${name}: ${nullLists.join(", ")} null; read as empty lists`,
      ...about,
    });
  }
  if (misfits.length === 0) return [];
  log.add({
    code: "malformed-member",
    message: `${name}: ${misfits.map(({ member }) => member).join(", ")} not of the kind AWS documents; kept apart`,
    ...about,
  });
  return [[`${key} (malformed members)`, [{ resourceId: id ?? null, members: misfits }]]];
}
