import type { FunctionSummary } from "@/lib/contract/functions";

/** What the three network steps choose. */
export interface NetworkChoice {
  vpcId: string | null;
  subnetIds: string[];
  securityGroupIds: string[];
  ipv6AllowedForDualStack: boolean;
}

export const noChoice: NetworkChoice = {
  vpcId: null,
  subnetIds: [],
  securityGroupIds: [],
  ipv6AllowedForDualStack: false,
};

/** How the function is attached now, as the choice to begin from. */
export function choiceOf(fn: Pick<FunctionSummary, "vpcConfig">): NetworkChoice {
  return fn.vpcConfig === null ? noChoice : { ...fn.vpcConfig };
}

/** Subnets and groups belong to one VPC: another VPC empties both, the same one keeps them. */
export function chooseVpc(choice: NetworkChoice, vpcId: string): NetworkChoice {
  if (choice.vpcId === vpcId) return choice;
  return { ...noChoice, vpcId, ipv6AllowedForDualStack: choice.ipv6AllowedForDualStack };
}

/** Adds what is not in the list and takes away what is. */
export function toggle(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((item) => item !== value) : [...values, value];
}

/** Both lists are chosen: AWS takes both or neither. */
export function isComplete(choice: NetworkChoice): boolean {
  return choice.vpcId !== null && choice.subnetIds.length > 0 && choice.securityGroupIds.length > 0;
}
