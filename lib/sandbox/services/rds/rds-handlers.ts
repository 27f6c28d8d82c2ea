import type { HandlerTable } from "../../handler";

/** The RDS operations that the sandbox knows. */
export const rdsHandlers = {} satisfies HandlerTable;
