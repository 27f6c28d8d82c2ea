import type { z } from "zod";
import type { FlowQuestion, shownDestination } from "./flow-question";

type FlowSource = FlowQuestion["source"];
type FlowDestination = FlowQuestion["destination"];

/** A destination as an answer gives it. */
export type ShownDestination = z.infer<typeof shownDestination>;

/**
 * How the ends of a question are written in a link and typed by hand. An interface, an instance and an address are
 * known by their form; `function:`, `service:`, `db:`, `cache:` and `lb:` say what a name names. Where packets start, a
 * bare name is a function's.
 */
export function parseSource(text: string): FlowSource | null {
  const typed = text.trim();
  if (typed === "") return null;
  const [, kind = "", rest = ""] = /^(function|connection):(.*)$/s.exec(typed) ?? [];
  if (kind === "connection") return parseConnection(rest);
  if (kind === "function") return rest === "" ? null : { functionName: rest };
  const place = parsePlace(typed);
  if (place !== null) return place;
  return { functionName: typed };
}

export function parseDestination(text: string): FlowDestination | null {
  const typed = text.trim();
  if (typed === "") return null;
  if (typed.toLowerCase() === "internet") return { internet: true };
  const [, kind = "", rest = ""] = /^(function|service|db|cache|lb):(.*)$/s.exec(typed) ?? [];
  if (kind !== "") return rest === "" ? null : named(kind, rest);
  return parsePlace(typed);
}

function named(kind: string, name: string): FlowDestination | null {
  switch (kind) {
    case "function":
      return { functionName: name };
    case "service":
      return { service: name };
    case "db":
      return { dbInstanceIdentifier: name };
    case "cache":
      return { cacheClusterId: name };
    case "lb":
      return { loadBalancerArn: name };
    default:
      return null;
  }
}

/** What either end may be, known by its form. An address alone is a block of one. */
function parsePlace(
  typed: string,
): { networkInterfaceId: string } | { instanceId: string } | { cidr: string } | null {
  if (/^eni-\w+$/.test(typed)) return { networkInterfaceId: typed };
  if (/^i-[0-9a-f]+$/.test(typed)) return { instanceId: typed };
  if (/^\d+(\.\d+){3}(\/\d+)?$/.test(typed)) return { cidr: typed.includes("/") ? typed : `${typed}/32` };
  if (/^[0-9a-f]*:[0-9a-f:.]*(\/\d+)?$/i.test(typed))
    return { cidr: typed.includes("/") ? typed : `${typed}/128` };
  return null;
}

/** `connection:subnet-1,subnet-2;sg-1`, with `;ipv6` where it may send IPv6. */
function parseConnection(text: string): FlowSource | null {
  const [subnets = "", groups = "", ipv6] = text.split(";");
  if (subnets === "" || groups === "") return null;
  return {
    connection: {
      subnetIds: subnets.split(","),
      securityGroupIds: groups.split(","),
      ...(ipv6 === "ipv6" && { ipv6AllowedForDualStack: true }),
    },
  };
}

export function formatSource(source: FlowSource): string {
  if ("functionName" in source) return `function:${source.functionName}`;
  if ("connection" in source) {
    const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = source.connection;
    const ipv6 = ipv6AllowedForDualStack === true ? ";ipv6" : "";
    return `connection:${subnetIds.join(",")};${securityGroupIds.join(",")}${ipv6}`;
  }
  if ("networkInterfaceId" in source) return source.networkInterfaceId;
  return "instanceId" in source ? source.instanceId : source.cidr;
}

/** Of an answer's destination too, in which all members but one are absent. */
export function formatDestination(destination: ShownDestination): string {
  const { internet, service, dbInstanceIdentifier, cacheClusterId, loadBalancerArn, functionName } =
    destination;
  if (internet === true) return "internet";
  if (service !== undefined) return `service:${service}`;
  if (dbInstanceIdentifier !== undefined) return `db:${dbInstanceIdentifier}`;
  if (cacheClusterId !== undefined) return `cache:${cacheClusterId}`;
  if (loadBalancerArn !== undefined) return `lb:${loadBalancerArn}`;
  if (functionName !== undefined) return `function:${functionName}`;
  return destination.networkInterfaceId ?? destination.instanceId ?? destination.cidr ?? "";
}
