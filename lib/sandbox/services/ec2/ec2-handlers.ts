import type { HandlerTable } from "../../handler";

/** The EC2 operations that the sandbox knows. */
export const ec2Handlers = {} satisfies HandlerTable;
