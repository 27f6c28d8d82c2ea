import type { HandlerTable } from "../../handler";
import { getCallerIdentity } from "./get-caller-identity";

/** The STS operations that the sandbox knows. */
export const stsHandlers = { GetCallerIdentity: getCallerIdentity } satisfies HandlerTable;
