import type { Resource } from "./network";

/**
 * Whether `preserve_client_ip.enabled` of a Network Load Balancer's target group can be set; elsewhere clients' addresses
 * are always kept. Source: User Guide for Network Load Balancers, "Edit target group attributes", "Client IP preservation".
 */
export function canSetClientIpPreservation({
  TargetType = "instance",
  Protocol,
}: Pick<Resource<"TargetGroups">, "TargetType" | "Protocol">): boolean {
  return (TargetType === "instance" || TargetType === "ip") && (Protocol === "TCP" || Protocol === "TLS");
}

/** What the attributes of a target group say of it; null where they do not name it. */
export function clientIpPreservation({
  Attributes,
}: Pick<Resource<"TargetGroupAttributes">, "Attributes">): boolean | null {
  const value = Attributes.find(({ Key }) => Key === "preserve_client_ip.enabled")?.Value;
  return value === "true" ? true : value === "false" ? false : null;
}
