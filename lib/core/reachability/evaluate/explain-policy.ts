import type { NetworkIndex } from "../index/network-index";
import type { Explanation, Trace } from "../trace";

/** A policy that denies everything is told of, and changes no verdict: AWS answers AccessDenied, not a timeout. */
export function explainPolicy(index: NetworkIndex, trace: Trace): Trace {
  const found = endpointIds(index, trace).flatMap((endpointId): Explanation[] => {
    const document = index.network.vpcEndpoints.get(endpointId)?.resource.PolicyDocument;
    if (document === undefined || !deniesAll(document)) return [];
    return [
      {
        code: "ENDPOINT_POLICY_DENIES",
        direction: "forward",
        effect: "authorization",
        resourceId: endpointId,
        message: `The policy of ${endpointId} allows nothing: expect AccessDenied, not a timeout.`,
      },
    ];
  });
  return found.length === 0 ? trace : { ...trace, explanations: [...trace.explanations, ...found] };
}

function endpointIds(index: NetworkIndex, { forward }: Trace): string[] {
  const ids = forward.flatMap(({ resourceId }) => {
    if (index.network.vpcEndpoints.has(resourceId)) return [resourceId];
    return index.vpcEndpointsOfInterface(resourceId).map(({ resource }) => resource.VpcEndpointId);
  });
  return [...new Set(ids)];
}

/** No statement allows anything, or one denies everything to everybody. Source: IAM User Guide, policy evaluation. */
export function deniesAll(document: string): boolean {
  let parsed: unknown;
  try {
    parsed = JSON.parse(document);
  } catch {
    return false;
  }
  const statements = listOf(member(parsed, "Statement"));
  const denied = statements.some(
    (one) =>
      member(one, "Effect") === "Deny" &&
      member(one, "Condition") === undefined &&
      isEverything(member(one, "Action")) &&
      isEverything(member(one, "Resource")) &&
      isEverything(member(one, "Principal")),
  );
  return denied || !statements.some((one) => member(one, "Effect") === "Allow");
}

function isEverything(value: unknown): boolean {
  return listOf(value).includes("*") || listOf(member(value, "AWS")).includes("*");
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
