import { membersOf, type Shape } from "../../shapes/resource-shapes";

export type JsonObject = Readonly<Record<string, unknown>>;

/** What was taken out of a resource because it is not what AWS's model says. */
interface Misfit {
  /** `Associations[2].Main` */
  member: string;
  value: unknown;
}

export interface Conformed {
  value: JsonObject;
  misfits: Misfit[];
  /** Members that are lists in AWS's model and were null: they count as empty. */
  nullLists: string[];
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Makes a resource safe to read as its type: null members and empty ids go (AWS and its SDKs leave out what they do not
 * say), and what has the wrong kind is set aside and told. Members that the model does not know (newer than the SDK) stay.
 */
export function conform(resource: JsonObject, shape: Shape): Conformed {
  const misfits: Misfit[] = [];
  const nullLists: string[] = [];
  const value = conformStruct(resource, shape, "", { misfits, nullLists });
  return { value, misfits, nullLists };
}

/** What names, places or states something is never "" in AWS's words: exporters print it where there is none. */
const NEVER_EMPTY =
  /(?:Id|Arn|ARN|Block|Cidr|CidrIp|CidrIpv[46]|Ip|Address|State|Status|Code|Zone|Mode|Type)$/;

type Findings = Pick<Conformed, "misfits" | "nullLists">;

function conformStruct(object: JsonObject, struct: Shape, at: string, findings: Findings): JsonObject {
  const members = membersOf(struct);
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    const member = at === "" ? name : `${at}.${name}`;
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (value === null) {
      if (shape?.startsWith("[]")) findings.nullLists.push(member);
      continue;
    }
    if (value === "" && shape === "string" && NEVER_EMPTY.test(name)) continue;
    const conformed = shape === undefined ? value : conformValue(value, shape, member, findings);
    if (conformed !== undefined) kept.push([name, conformed]);
  }
  return Object.fromEntries(kept);
}

/** The value as its shape wants it, or undefined once it was set aside. */
function conformValue(value: unknown, shape: Shape, at: string, findings: Findings): unknown {
  if (shape.startsWith("[]") && Array.isArray(value)) {
    return value
      .map((item: unknown, index) => conformValue(item, shape.slice(2), `${at}[${index}]`, findings))
      .filter((item) => item !== undefined);
  }
  if (shape.startsWith("{}") && isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, conformValue(item, shape.slice(2), `${at}.${key}`, findings)] as const)
        .filter(([, item]) => item !== undefined),
    );
  }
  if (shape.includes(".") && !/^[[{]/.test(shape) && isJsonObject(value)) {
    return conformStruct(value, shape, at, findings);
  }
  if (shape === "any" || typeof value === shape) return value;
  const time = shape === "timestamp" ? toTimestamp(value) : undefined;
  if (time === undefined) findings.misfits.push({ member: at, value });
  return time;
}

/** The CLI prints ISO 8601; some recorders keep seconds since 1970, or the fields of a date. */
function toTimestamp(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Math.abs(value) < 8.64e12) return new Date(value * 1000).toISOString();
  if (!isJsonObject(value) || value["__class__"] !== "datetime") return undefined;
  const [year, month, day] = ["year", "month", "day"].map((part) => value[part]);
  const [hour, minute, second] = ["hour", "minute", "second"].map((part) => value[part] ?? 0);
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined;
}
