import type { Sandbox } from "../server/sandbox";

/** What a control answers: a status and a body, or a message for whoever called wrongly. */
export type Control = (sandbox: Sandbox, body: unknown) => { status: number; body: unknown };
