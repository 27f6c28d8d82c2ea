import { createContext } from "react";

/** Opens or closes a connection's list of functions; the page owns which are open, since the layout depends on it. */
export const ToggleExpandedContext = createContext<(nodeId: string) => void>(() => undefined);
