import type { CheckStatus } from "../change-plan";
import type { PlanFacts } from "../plan-facts";
import { buildAttachment, buildCreateFacts, buildSubnet } from "../testing/build-plan-facts";

/** Code of the check, what is so, what it must say, and a word of its message. */
export type CheckCase = [
  code: string,
  when: string,
  overrides: Partial<PlanFacts>,
  status: CheckStatus,
  word: string,
];

export const unread = { status: "unread", reason: "AccessDenied" } as const;
export const one = buildSubnet("subnet-a");
export const two = buildSubnet("subnet-b", { availabilityZone: "eu-west-1b" });
export const interfaceAt = (subnetId: string) => ({
  networkInterfaceId: `eni-${subnetId}`,
  subnetId,
  securityGroupIds: ["sg-app"],
});
export const detaching = {
  kind: "detach-function",
  before: buildAttachment(),
  after: null,
  subnets: [],
  vpc: null,
} as const;
export const held: PlanFacts["interfaces"] = {
  status: "read",
  value: [interfaceAt("subnet-a"), interfaceAt("subnet-b")],
};
export const creating = (overrides: Parameters<typeof buildCreateFacts>[0] = {}) =>
  ({ kind: "create-function", configuration: null, create: buildCreateFacts(overrides) }) as const;
