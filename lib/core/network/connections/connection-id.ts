import { attachmentKey, type Attachment } from "../vpc-config";

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/**
 * The short, stable name of (subnets, security groups, IPv6): 64-bit FNV-1a of `attachmentKey`. Among 10,000 connections
 * two share a name with probability 3e-12; ids of subnets are unique across accounts, so nothing else is needed.
 */
export function connectionId(attachment: Attachment): string {
  let digest = FNV_OFFSET;
  for (const character of attachmentKey(attachment)) {
    digest = BigInt.asUintN(64, (digest ^ BigInt(character.codePointAt(0) ?? 0)) * FNV_PRIME);
  }
  return `conn-${digest.toString(16).padStart(16, "0")}`;
}
