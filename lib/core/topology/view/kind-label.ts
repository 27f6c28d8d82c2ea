/** How a node's kind is called on screen: AWS's own name for the resource. */
const labels: Readonly<Record<string, string>> = {
  region: "Region",
  vpc: "VPC",
  zone: "Availability Zone",
  subnet: "Subnet",
  connection: "Connection",
  internet: "Internet",
  "aws-service": "AWS service",
  "internet-gateway": "Internet gateway",
  "egress-only-internet-gateway": "Egress-only internet gateway",
  "nat-gateway": "NAT gateway",
  "vpc-endpoint": "VPC endpoint",
  "vpc-peering-connection": "Peering connection",
  "peer-vpc": "Peer VPC",
  "transit-gateway": "Transit gateway",
  "vpn-gateway": "Virtual private gateway",
  "on-premises": "On premises",
  "network-interface": "Network interface",
  instance: "EC2 instance",
  "db-instance": "Database",
  "cache-cluster": "Cache cluster",
  placement: "Placed in",
  route: "Route",
  gateway: "Through gateway",
  endpoint: "Endpoint",
  peering: "Peering",
  membership: "Member",
};

/** "3 network interfaces", "1 EC2 instance": a capital stays only where it begins an abbreviation. */
export function kindCount(amount: number, kind: string): string {
  const label = kindLabel(kind);
  const noun = /^[A-Z][A-Z0-9]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** A kind this table lacks is shown as it came, with spaces. */
export function kindLabel(kind: string): string {
  return labels[kind] ?? kind.replaceAll("-", " ");
}
