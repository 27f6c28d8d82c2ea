/** Where packets start. An ARN or a name stands in `functionName`; a `connection` is a function that is not attached yet. */
export type FlowSource =
  | { functionName: string }
  | { networkInterfaceId: string }
  | { instanceId: string }
  | { connection: FlowConnection }
  | { cidr: string };

export interface FlowConnection {
  subnetIds: readonly string[];
  securityGroupIds: readonly string[];
  ipv6AllowedForDualStack?: boolean;
}

/** Where packets go. An address is a /32 or /128. A service is named as in its endpoints: `s3`, `secretsmanager`. */
export type FlowDestination =
  | { cidr: string }
  | { internet: true }
  | { service: string }
  | { networkInterfaceId: string }
  | { instanceId: string }
  | { dbInstanceIdentifier: string }
  | { cacheClusterId: string }
  | { loadBalancerArn: string }
  | { functionName: string };

/** A name, or an IP protocol number (0 to 255). */
export type FlowProtocol = "tcp" | "udp" | "icmp" | "icmpv6" | "all" | number;

/** Ports, both ends included. */
export interface PortRange {
  from: number;
  to: number;
}

/**
 * A question. `tcp` or `udp` without `port` asks about every port; for a range, `reachable` means every port. `icmp`
 * without a type asks about echo and its reply.
 */
export interface Flow {
  source: FlowSource;
  destination: FlowDestination;
  protocol: FlowProtocol;
  port?: number | PortRange;
  /** The ports that the sender may use, 1024 to 65535 where absent. */
  sourcePort?: number | PortRange;
  icmp?: { type: number; code?: number };
}

/** A question that cannot be asked as it stands. `field` names what is wrong, as in the HTTP body. */
export class FlowError extends Error {
  override readonly name = "FlowError";

  constructor(
    readonly code: "invalid" | "not-found" | "ambiguous",
    readonly field: string,
    message: string,
    /** What an ambiguous name may mean. */
    readonly candidates: readonly string[] = [],
  ) {
    super(message);
  }
}
