import type { Explanation, NetworkInsightsAnalysis, PathComponent } from "@aws-sdk/client-ec2";
import type { CrossCheck } from "@/lib/contract/reachability/cross-check";

/** AWS's answer without the details of each component: whether there is a way, by what, and the codes where not. */
export function toAwsAnswer(analysis: NetworkInsightsAnalysis | undefined): CrossCheck["aws"] {
  const { Status, StatusMessage, NetworkPathFound, Explanations = [] } = analysis ?? {};
  return {
    status: Status ?? "running",
    ...(StatusMessage !== undefined && { statusMessage: StatusMessage }),
    networkPathFound: NetworkPathFound ?? null,
    explanations: Explanations.map((explanation) => ({
      code: explanation.ExplanationCode ?? null,
      direction: explanation.Direction ?? null,
      components: componentsOf(explanation),
    })),
    forward: idsOf(analysis?.ForwardPathComponents),
    return: idsOf(analysis?.ReturnPathComponents),
  };
}

/** Every member that names a resource: there are some thirty of them. */
function componentsOf(explanation: Explanation): { role: string; id: string }[] {
  return Object.entries(explanation).flatMap(([role, value]: [string, unknown]) => {
    const id: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "Id") : undefined;
    return typeof id === "string" ? [{ role, id }] : [];
  });
}

function idsOf(components: PathComponent[] | undefined): string[] {
  return (components ?? []).flatMap(({ Component }) => Component?.Id ?? []);
}
