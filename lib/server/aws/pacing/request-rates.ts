/** A token bucket: `capacity` requests at once, `perSecond` after that. Calls with the same `pool` share one. */
export interface RequestRate {
  pool: string;
  capacity: number;
  perSecond: number;
}

/** EC2 Developer Guide, "Request throttling": describe, list, search and get calls, each API on its own. */
const EC2_READ = { capacity: 100, perSecond: 20 };
/** Lambda Developer Guide, "Lambda quotas": GetFunction alone, and every other control API together. */
const LAMBDA_GET_FUNCTION = { pool: "lambda GetFunction", capacity: 100, perSecond: 100 };
const LAMBDA_CONTROL = { pool: "lambda control", capacity: 15, perSecond: 15 };
/** RDS, ElastiCache, IAM and STS publish no rate; this is far below any that was met. */
const UNPUBLISHED = { capacity: 20, perSecond: 10 };

/** The rate under which one API may be called. Writes are paced by whoever makes them, one at a time. */
export function rateOf(service: string, operation: string): RequestRate {
  if (service === "lambda") return operation === "GetFunction" ? LAMBDA_GET_FUNCTION : LAMBDA_CONTROL;
  const pool = `${service} ${operation}`;
  return service === "ec2" ? { pool, ...EC2_READ } : { pool, ...UNPUBLISHED };
}
