import type { NaiveQuestion, NaiveSource } from "../question";

/** A function in one or more subnets, with the address that it might get in each. */
export interface FunctionSource {
  places: { subnetId: string; address: string }[];
  securityGroupIds: string[];
  ipv6AllowedForDualStack: boolean;
}

/** What a person asks about by a name of its own. */
export type NamedDestination =
  | { instanceId: string }
  | { internet: true }
  | { service: string }
  | { loadBalancerArn: string }
  | { dbInstanceIdentifier: string }
  | { cacheClusterId: string };

export interface NamedQuestion extends Omit<NaiveQuestion, "source" | "destination"> {
  source:
    | NaiveSource
    | FunctionSource
    | { instanceId: string }
    | { functionName: string }
    | { outsideRange: string };
  destination: NaiveQuestion["destination"] | NamedDestination | { functionName: string } | { range: string };
}
