import { CROSS_CHECK_PRICE_USD, type CrossCheckQuestion } from "@/lib/contract/reachability/cross-check";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";

/** As a price is written. */
export const CROSS_CHECK_PRICE = `${CROSS_CHECK_PRICE_USD.toFixed(2)} USD`;

/** The same question for AWS's analyzer, or why it cannot be asked there. */
export function toCrossCheck(
  { source, destination, protocol, port }: FlowQuestion,
  subnetId: string | null,
): CrossCheckQuestion | string {
  if (!("functionName" in source)) return "AWS’s analyzer is asked from a function’s interface only.";
  if (protocol !== "tcp" && protocol !== "udp") return "AWS’s analyzer answers for TCP and UDP only.";
  if (typeof port !== "number") return "AWS’s analyzer answers for one port at a time.";
  return {
    functionName: source.functionName,
    ...(subnetId !== null && { subnetId }),
    destination,
    protocol,
    port,
  };
}
