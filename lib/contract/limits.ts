/** Lambda API reference, VpcConfig: 0..16 subnets, 0..5 security groups. */
export const MAX_SUBNETS = 16;
export const MAX_SECURITY_GROUPS = 5;

/** 256 MiB: the largest import. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024;

/** What one request may ask of the reachability engine. */
export const MAX_MATRIX_DESTINATIONS = 1000;
export const MAX_MATRIX_CELLS = 250_000;
/** Of a comparison, in each of its two snapshots. */
export const MAX_COMPARED_VERDICTS = 100_000;
/** Listed of those that changed. */
export const MAX_VERDICT_CHANGES = 2000;
/** Connections, each with its ports and blockers. */
export const MAX_REACHED_BY = 2000;
/** Some 200 bytes each. */
export const MAX_TARGETS = 5000;
/** Of a connection's ways: each with its hops from each of its subnets. */
export const MAX_WAYS_TARGETS = 200;
