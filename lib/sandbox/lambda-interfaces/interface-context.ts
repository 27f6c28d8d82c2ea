import type { HandlerContext } from "../handler";

/** What changing a region's Lambda interfaces needs; handlers, settlers and scenarios all have it. */
export type InterfaceContext = Pick<HandlerContext, "world" | "regionWorld" | "clock" | "ids">;
