import { ApiError } from "../../../http/api-error";

/** Throws ApiError `too_large` where a request asks for more answers than one request gets, before any is computed. */
export function requireAffordable(
  { connections, destinations }: { connections: number; destinations: number },
  most: number,
  field: string,
): void {
  if (connections * destinations <= most) return;
  const size = `${connections} connections times ${destinations} destinations`;
  throw new ApiError("too_large", `${size} are more than ${most} verdicts.`, {
    field,
    nextStep: "Ask about one VPC (vpcId), or about fewer destinations.",
  });
}
