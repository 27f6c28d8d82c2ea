import type { HandlerTable } from "../../handler";

/** The IAM operations that the sandbox knows. */
export const iamHandlers = {} satisfies HandlerTable;
