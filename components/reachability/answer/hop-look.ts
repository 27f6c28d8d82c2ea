import type { AwsIconKind } from "@/components/aws-icon/aws-icon-files";

interface HopLook {
  label: string;
  icon: AwsIconKind | null;
}

const looks: Readonly<Record<string, HopLook>> = {
  function: { label: "Function", icon: "function" },
  "network-interface": { label: "Network interface", icon: "network-interface" },
  instance: { label: "Instance", icon: "instance" },
  subnet: { label: "Subnet", icon: "private-subnet" },
  "route-table": { label: "Route table", icon: "route-table" },
  vpc: { label: "VPC", icon: "vpc" },
  "internet-gateway": { label: "Internet gateway", icon: "internet-gateway" },
  "egress-only-internet-gateway": { label: "Egress-only gateway", icon: "egress-only-internet-gateway" },
  "nat-gateway": { label: "NAT gateway", icon: "nat-gateway" },
  "vpc-endpoint": { label: "VPC endpoint", icon: "vpc-endpoint" },
  "vpc-peering-connection": { label: "Peering connection", icon: "vpc-peering-connection" },
  "transit-gateway": { label: "Transit gateway", icon: "transit-gateway" },
  "transit-gateway-attachment": { label: "Transit gateway attachment", icon: "transit-gateway" },
  "transit-gateway-route-table": { label: "Transit gateway route table", icon: "route-table" },
  "vpn-gateway": { label: "VPN gateway", icon: "vpn-gateway" },
  "load-balancer": { label: "Load balancer", icon: null },
  dns: { label: "DNS", icon: null },
  internet: { label: "Internet", icon: "internet" },
  service: { label: "AWS service", icon: "aws-service" },
  "on-premises": { label: "On premises", icon: "on-premises" },
};

/** How a hop's kind is called and drawn. A kind that nobody here knows is shown by its own name. */
export function hopLook(kind: string): HopLook {
  return looks[kind] ?? { label: kind === "other" ? "Other" : kind, icon: null };
}
