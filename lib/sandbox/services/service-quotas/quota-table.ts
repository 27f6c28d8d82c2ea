/** A quota as AWS sets it for a new account. */
export interface QuotaRow {
  serviceCode: string;
  quotaCode: string;
  quotaName: string;
  value: number;
  adjustable: boolean;
}

export const SERVICE_NAMES: Readonly<Record<string, string>> = {
  ec2: "Amazon Elastic Compute Cloud (Amazon EC2)",
  lambda: "AWS Lambda",
  vpc: "Amazon Virtual Private Cloud (Amazon VPC)",
};

type Row = readonly [quotaCode: string, quotaName: string, value: number, adjustable: boolean];

const LAMBDA: readonly Row[] = [
  ["L-B99A9384", "Concurrent executions", 1000, true],
  ["L-9FEE3D26", "Elastic network interfaces per VPC", 500, true],
  ["L-2ACBD22F", "Function and layer storage", 75, true],
  ["L-548AE339", "Synchronous payload", 6, false],
];

/** "Amazon VPC quotas" of the VPC user guide, with the codes of the Service Quotas console. */
const VPC: readonly Row[] = [
  ["L-F678F1CE", "VPCs per Region", 5, true],
  ["L-407747CB", "Subnets per VPC", 200, true],
  ["L-DF5E4CA3", "Network interfaces per Region", 5000, true],
  ["L-E79EC296", "VPC security groups per Region", 2500, true],
  ["L-0EA8095F", "Inbound or outbound rules per security group", 60, true],
  ["L-2AFB9258", "Security groups per network interface", 5, true],
  ["L-589F43AA", "Route tables per VPC", 200, true],
  ["L-93826ACB", "Routes per route table", 50, true],
  ["L-FE5A380F", "NAT gateways per Availability Zone", 5, true],
  ["L-A4707A72", "Internet gateways per Region", 5, true],
  ["L-45FE3B85", "Egress-only internet gateways per Region", 5, true],
  ["L-29B6F2EB", "Interface VPC endpoints per VPC", 50, true],
  ["L-1B52E74A", "Gateway VPC endpoints per Region", 20, true],
  ["L-7E9ECCDB", "Active VPC peering connections per VPC", 50, true],
  ["L-B4A6D682", "Network ACLs per Region", 200, true],
  ["L-2AEEBF1A", "Rules per network ACL", 20, true],
  ["L-83CA0A9D", "IPv4 CIDR blocks per VPC", 5, true],
];

const EC2: readonly Row[] = [
  ["L-0263D0A3", "EC2-VPC Elastic IPs", 5, true],
  ["L-A2478D36", "Transit gateways per account", 5, true],
];

function rows(serviceCode: string, table: readonly Row[]): QuotaRow[] {
  return table.map(([quotaCode, quotaName, value, adjustable]) => ({
    serviceCode,
    quotaCode,
    quotaName,
    value,
    adjustable,
  }));
}

/** The quotas that the sandbox knows. */
export const QUOTAS: readonly QuotaRow[] = [
  ...rows("lambda", LAMBDA),
  ...rows("vpc", VPC),
  ...rows("ec2", EC2),
];
