import type { Network } from "../../network/network";
import type { FlowDestination, FlowProtocol } from "../flow";
import { indexNetwork } from "../index/network-index";
import { readListeners } from "../load-balancers/read-listeners";
import { UDP } from "../sets/traffic";

/** Something a function may want to reach, asked about on the port that it is used on. */
export interface KnownTarget {
  /** The same in every snapshot: `internet`, `service:s3`, `db:orders-db`. */
  key: string;
  kind: "internet" | "service" | "db-instance" | "cache-cluster" | "load-balancer" | "peer-vpc";
  label: string;
  destination: FlowDestination;
  protocol: FlowProtocol;
  port: number;
  /** Where it is; null for what is everywhere. */
  vpcId: string | null;
}

/** Services that functions use most, by the name in their endpoints. */
export const usualServices: readonly { service: string; label: string }[] = [
  { service: "s3", label: "S3" },
  { service: "dynamodb", label: "DynamoDB" },
  { service: "secretsmanager", label: "Secrets Manager" },
  { service: "ssm", label: "Systems Manager" },
  { service: "kms", label: "KMS" },
  { service: "sts", label: "STS" },
  { service: "sqs", label: "SQS" },
  { service: "logs", label: "CloudWatch Logs" },
];

const HTTPS = 443;

/** The internet and the usual services, which every function may want. */
export function commonTargets(): KnownTarget[] {
  const internet: KnownTarget = {
    key: "internet",
    kind: "internet",
    label: "Internet",
    destination: { internet: true },
    protocol: "tcp",
    port: HTTPS,
    vpcId: null,
  };
  const services = usualServices.map(({ service, label }): KnownTarget => ({
    key: `service:${service}`,
    kind: "service",
    label,
    destination: { service },
    protocol: "tcp",
    port: HTTPS,
    vpcId: null,
  }));
  return [internet, ...services];
}

/** Ports of engines whose answer names none. Source: RDS and ElastiCache user guides. */
const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ["postgres", 5432],
  ["aurora-postgresql", 5432],
  ["mysql", 3306],
  ["mariadb", 3306],
  ["aurora-mysql", 3306],
  ["redis", 6379],
  ["valkey", 6379],
  ["memcached", 11211],
]);

/** Databases and caches of a VPC, or of all where none is named, in the order of their names. */
export function dataStoreTargets(network: Network, vpcId: string | null): KnownTarget[] {
  const targets = [...databases(network), ...caches(network)];
  return targets
    .filter((target) => vpcId === null || target.vpcId === vpcId)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function databases(network: Network): KnownTarget[] {
  return [...network.dbInstances].map(([id, { resource }]): KnownTarget => {
    const label = resource.DBInstanceIdentifier ?? id;
    return {
      key: `db:${label}`,
      kind: "db-instance",
      label,
      destination: { dbInstanceIdentifier: id },
      protocol: "tcp",
      port:
        resource.Endpoint?.Port ??
        resource.DbInstancePort ??
        DEFAULT_PORTS.get(resource.Engine ?? "") ??
        5432,
      vpcId: resource.DBSubnetGroup?.VpcId ?? null,
    };
  });
}

function caches(network: Network): KnownTarget[] {
  const groups = [...network.cacheSubnetGroups.values()];
  return [...network.cacheClusters].map(([id, { resource, captureIndex }]): KnownTarget => {
    const label = resource.CacheClusterId ?? id;
    const group = groups.find(
      (one) =>
        one.captureIndex === captureIndex &&
        one.resource.CacheSubnetGroupName === resource.CacheSubnetGroupName,
    );
    const port = resource.ConfigurationEndpoint?.Port ?? resource.CacheNodes?.[0]?.Endpoint?.Port;
    return {
      key: `cache:${label}`,
      kind: "cache-cluster",
      label,
      destination: { cacheClusterId: id },
      protocol: "tcp",
      port: port ?? DEFAULT_PORTS.get(resource.Engine ?? "") ?? 6379,
      vpcId: group?.resource.VpcId ?? null,
    };
  });
}

/** Load balancers of a VPC, one for each port and protocol that a listener takes. */
export function loadBalancerTargets(network: Network, vpcId: string): KnownTarget[] {
  const index = indexNetwork(network);
  return [...network.loadBalancers]
    .filter(([, { resource }]) => resource.VpcId === vpcId)
    .flatMap(([arn, located]) =>
      readListeners(index, located).listeners.map(({ protocol, port }): KnownTarget => {
        const label = `${located.resource.LoadBalancerName ?? arn}:${port}`;
        const isUdp = protocol === UDP;
        return {
          key: `load-balancer:${label}${isUdp ? "/udp" : ""}`,
          kind: "load-balancer",
          label,
          destination: { loadBalancerArn: arn },
          protocol: isUdp ? "udp" : "tcp",
          port,
          vpcId,
        };
      }),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What a function in a VPC (null: in none) may want: the internet, services, and what its VPC holds for others. */
export function knownTargets(network: Network, vpcId: string | null): KnownTarget[] {
  if (vpcId === null) return commonTargets();
  return [...commonTargets(), ...dataStoreTargets(network, vpcId), ...loadBalancerTargets(network, vpcId)];
}
