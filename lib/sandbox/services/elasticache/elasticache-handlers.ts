import type { HandlerTable } from "../../handler";

/** The ElastiCache operations that the sandbox knows. */
export const elasticacheHandlers = {} satisfies HandlerTable;
