"use client";

import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { connectEvents, type ConnectionState } from "@/lib/client/events/connect-events";

const EventsContext = createContext<ConnectionState>("connecting");

/** Opens the page's one stream; reconnecting and caches are `connectEvents`' own. */
export function EventsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<ConnectionState>("connecting");
  // The stream lives outside React: it opens with the page and closes with it.
  useEffect(() => connectEvents(client, setState), [client]);
  return <EventsContext value={state}>{children}</EventsContext>;
}

/** Whether what is shown as live is live. */
export function useEventsState(): ConnectionState {
  return useContext(EventsContext);
}
