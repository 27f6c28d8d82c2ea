import type { GatewayType } from "@aws-sdk/client-ec2";
import { invalidParameter, required } from "../ec2-transit/lookup/transit-errors";

/** The one type that VPN has. Throws AwsError for another, or for none. */
export function checkVpnType(type: string | undefined): GatewayType {
  if (required(type, "Type") === "ipsec.1") return "ipsec.1";
  throw invalidParameter(`Value (${type ?? ""}) for parameter type is invalid. Valid values are: ipsec.1`);
}
