import type { CreateRouteCommandInput, Route, RouteTable } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import type { Destination } from "./route-destination";
import { gatewayTargets } from "./gateway-targets";
import { interfaceTargets } from "./interface-targets";
import { wayTargets } from "./way-targets";

/** What a target's check looks at. */
export interface TargetQuestion {
  regionWorld: RegionWorld;
  table: RouteTable;
  destination: Destination;
  /** The value of the target's member. */
  id: string;
}

/** The members of a route that name its target, and whether the target is there to carry packets. */
export type Target = Omit<Route, "DestinationCidrBlock" | "Origin"> & { State: "active" | "blackhole" };

/** Member of a request -> what it makes of a route. Throws AwsError for a target that cannot be one. */
export type TargetTable = Readonly<Record<string, (question: TargetQuestion) => Target>>;

const TARGETS = { ...gatewayTargets, ...interfaceTargets, ...wayTargets } satisfies TargetTable;
type TargetMember = keyof typeof TARGETS & keyof CreateRouteCommandInput;
const MEMBERS = Object.keys(TARGETS) as TargetMember[]; // of a constant just above

/** The one target that a request names. Throws AwsError for none, several, or one that does not fit. */
export function readTarget(
  question: Omit<TargetQuestion, "id">,
  input: Partial<Record<TargetMember, string | undefined>>,
): { member: TargetMember; target: Target } {
  const [member, second] = MEMBERS.filter((name) => input[name] !== undefined);
  if (member === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the target of the route.");
  }
  if (second !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The request must contain exactly one target of the route.",
    );
  }
  return { member, target: TARGETS[member]({ ...question, id: input[member] ?? "" }) };
}
