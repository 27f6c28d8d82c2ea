/** File of each kind of resource in `public/aws-icons`. Kinds without a picture of their own borrow the nearest. */
export const awsIconFiles = {
  function: "lambda-function.svg",
  connection: "lambda.svg",
  region: "region.svg",
  vpc: "vpc.svg",
  "peer-vpc": "vpc.svg",
  "public-subnet": "public-subnet.svg",
  "private-subnet": "private-subnet.svg",
  "internet-gateway": "internet-gateway.svg",
  "egress-only-internet-gateway": "internet-gateway.svg",
  "nat-gateway": "nat-gateway.svg",
  "vpc-endpoint": "vpc-endpoint.svg",
  "vpc-peering-connection": "vpc-peering-connection.svg",
  "transit-gateway": "transit-gateway.svg",
  "vpn-gateway": "vpn-gateway.svg",
  "vpn-connection": "vpn-connection.svg",
  "customer-gateway": "customer-gateway.svg",
  "network-interface": "network-interface.svg",
  "network-acl": "network-acl.svg",
  "route-table": "router.svg",
  instance: "instance.svg",
  "db-instance": "db-instance.svg",
  "cache-cluster": "cache-cluster.svg",
  "on-premises": "on-premises.svg",
  "aws-service": "cloud.svg",
  internet: "internet.svg",
} as const;

export type AwsIconKind = keyof typeof awsIconFiles;

/** Drawn in near-black by AWS: on a dark page they need light ground, since they may not be recoloured. */
export const darkIconKinds: readonly AwsIconKind[] = ["internet", "aws-service", "on-premises"];
