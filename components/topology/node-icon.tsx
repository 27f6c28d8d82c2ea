import { AwsIcon } from "@/components/aws-icon/aws-icon";
import type { AwsIconKind } from "@/components/aws-icon/aws-icon-files";
import type { TopologyNodeKind } from "@/lib/contract/topology";

const iconKinds: Readonly<Record<TopologyNodeKind, AwsIconKind>> = {
  region: "region",
  vpc: "vpc",
  zone: "region",
  subnet: "private-subnet",
  connection: "connection",
  internet: "internet",
  "aws-service": "aws-service",
  "internet-gateway": "internet-gateway",
  "egress-only-internet-gateway": "egress-only-internet-gateway",
  "nat-gateway": "nat-gateway",
  "vpc-endpoint": "vpc-endpoint",
  "vpc-peering-connection": "vpc-peering-connection",
  "peer-vpc": "peer-vpc",
  "transit-gateway": "transit-gateway",
  "vpn-gateway": "vpn-gateway",
  "on-premises": "on-premises",
  "network-interface": "network-interface",
  instance: "instance",
  "db-instance": "db-instance",
  "cache-cluster": "cache-cluster",
};

const sizeClass = { 20: "size-5", 24: "size-6", 28: "size-7", 32: "size-8" } as const;

/** The picture of a node's kind; its name always stands beside it. */
export function NodeIcon({ kind, size }: { kind: TopologyNodeKind; size: keyof typeof sizeClass }) {
  return <AwsIcon kind={iconKinds[kind]} className={sizeClass[size]} />;
}
