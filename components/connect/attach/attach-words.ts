import type { FunctionSummary } from "@/lib/contract/functions";
import type { NetworkChoice } from "../network/network-choice";

/** The button that makes the change, in the words of the change. */
export function attachLabel(
  fn: Pick<FunctionSummary, "functionName" | "vpcConfig" | "vpcName">,
  choice: NetworkChoice,
  vpcName: string,
): string {
  if (fn.vpcConfig === null) return `Attach ${fn.functionName} to ${vpcName}`;
  if (fn.vpcConfig.vpcId !== choice.vpcId) {
    return `Move ${fn.functionName} from ${fn.vpcName ?? fn.vpcConfig.vpcId} to ${vpcName}`;
  }
  return `Change the connection of ${fn.functionName} in ${vpcName}`;
}

/** Title of the page. */
export function attachTitle(fn: Pick<FunctionSummary, "functionName" | "vpcConfig">): string {
  return fn.vpcConfig === null
    ? `Connect ${fn.functionName} to a VPC`
    : `Edit the VPC connection of ${fn.functionName}`;
}
