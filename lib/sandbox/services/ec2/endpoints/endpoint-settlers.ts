import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import type { SandboxClock } from "../../../clock";
import type { SettleContext, Settlers } from "../../../world/settle-world";
import type { RegionWorld, World } from "../../../world/world";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { setRoutesTo } from "../routes/set-routes-to";
import { toState } from "./endpoint-ids";
import { removeEndpointInterfaces } from "./endpoint-interfaces";

/** How long AWS takes to get an endpoint into a state: no figures are given; the last is how long it still shows. */
const TAKES_MS = { available: 60_000, deleted: 60_000, gone: 600_000 } as const;

export type NextState = keyof typeof TAKES_MS;

/** Has an endpoint get into a state by itself. */
export function scheduleState(
  context: { world: World; regionWorld: RegionWorld; clock: SandboxClock; now?: number },
  endpoint: VpcEndpoint,
  to: NextState,
): void {
  scheduleInRegion(context, {
    kind: "vpc-endpoint-state",
    subject: endpoint.VpcEndpointId ?? "",
    data: { to },
    afterMs: TAKES_MS[to],
  });
}

function endInterfaces(context: SettleContext, endpoint: VpcEndpoint): void {
  const { regionWorld } = context;
  removeEndpointInterfaces(regionWorld, endpoint);
  setRoutesTo(regionWorld, endpoint.VpcEndpointId ?? "none", "blackhole");
  endpoint.State = toState("deleted");
  scheduleState(context, endpoint, "gone");
}

/** What happens to an endpoint by itself. */
export const endpointSettlers: Settlers = {
  "vpc-endpoint-state": (context, event) => {
    const { regionWorld } = context;
    const endpoint = regionWorld.vpcEndpoints.find((item) => item.VpcEndpointId === event.subject);
    if (endpoint === undefined) return;
    const to: unknown = event.data?.["to"];
    switch (to) {
      case "available":
        // One that was deleted meanwhile stays so.
        if (endpoint.State === toState("pending")) endpoint.State = toState("available");
        return;
      case "deleted":
        endInterfaces(context, endpoint);
        return;
      case "gone":
        regionWorld.vpcEndpoints = regionWorld.vpcEndpoints.filter((item) => item !== endpoint);
    }
  },
};
