import type { BlockPublicAccessStates } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../../world/world";

/** States in which an exclusion has no effect yet, or none any more. */
const WITHOUT_EFFECT = new Set([
  "create-in-progress",
  "create-failed",
  "delete-complete",
  "disable-complete",
]);

/**
 * How public access to a resource is blocked: by the account's mode unless an exclusion names the resource or, for a
 * subnet, its VPC (VPC user guide: "VPC BPA basics"). The reader takes the ids, the narrowest first.
 */
export function blockPublicAccessReader(
  regionWorld: RegionWorld,
): (ids: readonly (string | undefined)[]) => BlockPublicAccessStates {
  const { blockPublicAccess, blockPublicAccessExclusions } = regionWorld.controls;
  const mode = blockPublicAccess.InternetGatewayBlockMode ?? "off";
  const excluded = new Map(
    blockPublicAccessExclusions
      .filter((exclusion) => !WITHOUT_EFFECT.has(exclusion.State ?? ""))
      .map((exclusion) => [exclusion.ResourceArn?.split("/").at(-1), exclusion.InternetGatewayExclusionMode]),
  );
  return (ids) => {
    if (mode === "off") return { InternetGatewayBlockMode: "off" };
    const exclusion = ids.map((id) => excluded.get(id)).find((found) => found !== undefined);
    if (exclusion === "allow-bidirectional") return { InternetGatewayBlockMode: "off" };
    if (exclusion === "allow-egress") return { InternetGatewayBlockMode: "block-ingress" };
    return { InternetGatewayBlockMode: mode };
  };
}
