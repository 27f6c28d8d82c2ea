"use client";

import { useEffect, useState, type ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { TooltipProvider } from "@/components/ui/overlay/tooltip";
import { createQueryClient } from "./create-query-client";
import { EventsProvider } from "./events-provider";

/** Around every page: data, theme, URL state, tooltips and the one stream of events. */
export function AppProviders({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [client] = useState(createQueryClient);
  // Dialogs lock scrolling with a style element of their own; `get-nonce`, which they ask, reads it from here.
  useEffect(() => {
    Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, [nonce]);
  return (
    <ThemeProvider attribute="data-theme" disableTransitionOnChange nonce={nonce}>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <TooltipProvider>
            <EventsProvider>{children}</EventsProvider>
          </TooltipProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
