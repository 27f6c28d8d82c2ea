import { isResourceKey } from "../resource-id";
import type { ResourceKey } from "../resources";
import { isJsonObject, type JsonObject } from "./json/conform";
import type { DocumentPath } from "./place/parse-path";

/** Where a top-level member of an answer belongs. */
export type Route =
  /** About the answer, not of it: not counted, not kept. */
  | { kind: "envelope" }
  /** `items`: where they are not what stands under the key. */
  | { kind: "resources"; key: ResourceKey; items?: readonly unknown[] }
  /** An answer about one subject, which the file's name or the answer tells. */
  | { kind: "answer"; key: ResourceKey; subjectMember: string; subject: string | null }
  /** One attribute of the VPC that the answer or the file's name tells. */
  | { kind: "vpc-attribute"; subject: string | null }
  /** GetFunction's `Configuration`. */
  | { kind: "configuration"; configuration: JsonObject }
  | { kind: "unknown" };

const ENVELOPE: ReadonlySet<string> = new Set([
  "ResponseMetadata",
  "NextToken",
  "NextMarker",
  "Marker",
  "AdditionalRoutesAvailable",
]);

const VPC_ATTRIBUTES: ReadonlySet<string> = new Set([
  "EnableDnsSupport",
  "EnableDnsHostnames",
  "EnableNetworkAddressUsageMetrics",
]);

const ANSWERS: Readonly<Record<string, { key: ResourceKey; subjectMember: string; prefix: string }>> = {
  Entries: { key: "ManagedPrefixListEntries", subjectMember: "PrefixListId", prefix: "pl-" },
  Routes: { key: "TransitGatewayRoutes", subjectMember: "TransitGatewayRouteTableId", prefix: "tgw-rtb-" },
  Associations: {
    key: "TransitGatewayRouteTableAssociations",
    subjectMember: "TransitGatewayRouteTableId",
    prefix: "tgw-rtb-",
  },
  Attributes: { key: "TargetGroupAttributes", subjectMember: "TargetGroupArn", prefix: "arn:" },
  TargetHealthDescriptions: {
    key: "TargetHealthDescriptions",
    subjectMember: "TargetGroupArn",
    prefix: "arn:",
  },
  TransitGatewayRouteTablePropagations: {
    key: "TransitGatewayRouteTablePropagations",
    subjectMember: "TransitGatewayRouteTableId",
    prefix: "tgw-rtb-",
  },
};

/** Batfish's recorder lists answers under names of its own, each beside its subject. Source: its AWS test snapshots. */
const RECORDED_LISTS: Readonly<Record<string, { key: ResourceKey; open?: (item: JsonObject) => unknown }>> = {
  TransitGatewayPropagations: { key: "TransitGatewayRouteTablePropagations" },
  TransitGatewayStaticRoutes: {
    key: "TransitGatewayRoutes",
    open: (item) => ({ ...item, OnlyType: "static" }),
  },
  LoadBalancerTargetHealth: { key: "TargetHealthDescriptions" },
  LoadBalancerListeners: { key: "Listeners", open: ({ Listeners }) => Listeners ?? [] },
};

/** Decides by the key, and where one key serves two calls by the call, the other members or the items. */
export function routeKey(name: string, content: JsonObject, path: DocumentPath): Route {
  if (ENVELOPE.has(name)) return { kind: "envelope" };
  if (name === "PrefixLists") {
    return { kind: "resources", key: isManaged(content, path) ? "ManagedPrefixLists" : "PrefixLists" };
  }
  const isVpcAttribute = Object.keys(content).some((key) => VPC_ATTRIBUTES.has(key));
  if (name === "VpcId" && isVpcAttribute) return { kind: "envelope" };
  if (isSubject(name, content)) return { kind: "envelope" };
  const recorded = Object.hasOwn(RECORDED_LISTS, name) ? RECORDED_LISTS[name] : undefined;
  const list = content[name];
  if (recorded && Array.isArray(list)) {
    const { key, open } = recorded;
    const items = list.flatMap((item: unknown): unknown => (open && isJsonObject(item) ? open(item) : item));
    return { kind: "resources", key, items };
  }
  if (VPC_ATTRIBUTES.has(name)) {
    return { kind: "vpc-attribute", subject: subjectOf("VpcId", "vpc-", content, path) };
  }
  // Load balancers have attributes too, which are not read.
  if (name === "Attributes" && path.call !== "DescribeTargetGroupAttributes") return { kind: "unknown" };
  const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
  if (answer && !holdsSubjects(content[name], answer.subjectMember, name)) {
    const { key, subjectMember, prefix } = answer;
    return { kind: "answer", key, subjectMember, subject: subjectOf(subjectMember, prefix, content, path) };
  }
  const value = content[name];
  if (name === "Configuration" && isFunction(value)) return { kind: "configuration", configuration: value };
  return isResourceKey(name) ? { kind: "resources", key: name } : { kind: "unknown" };
}

/** What an answer beside it is about. */
function isSubject(name: string, content: JsonObject): boolean {
  return (
    typeof content[name] === "string" &&
    Object.entries(ANSWERS).some(([member, { subjectMember }]) => subjectMember === name && member in content)
  );
}

/** A document that is one FunctionConfiguration, as GetFunctionConfiguration prints it. */
export function isFunction(value: unknown): value is JsonObject {
  return (
    isJsonObject(value) &&
    typeof value["FunctionArn"] === "string" &&
    typeof value["FunctionName"] === "string"
  );
}

/** DescribePrefixLists gives `Cidrs` and neither owner nor ARN; DescribeManagedPrefixLists the reverse. */
function isManaged(content: JsonObject, { call }: DocumentPath): boolean {
  if (call === "DescribeManagedPrefixLists") return true;
  if (call === "DescribePrefixLists") return false;
  const lists = content["PrefixLists"];
  return (
    Array.isArray(lists) &&
    lists.some((item) => isJsonObject(item) && ("PrefixListArn" in item || "OwnerId" in item))
  );
}

/** Whether items name their subject themselves: then they are kept as they are. */
function holdsSubjects(value: unknown, subjectMember: string, listMember: string): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isJsonObject(item) && subjectMember in item && Array.isArray(item[listMember]))
  );
}

function subjectOf(member: string, prefix: string, content: JsonObject, path: DocumentPath): string | null {
  const inside = content[member];
  if (typeof inside === "string" && inside !== "") return inside;
  return path.subject?.startsWith(prefix) ? path.subject : null;
}
