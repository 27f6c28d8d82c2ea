import type { ReactNode } from "react";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";

/** Fills one query on the server, under the key by which the browser knows it. */
export type PageRead = (client: QueryClient) => Promise<unknown>;

/**
 * Gives what is inside its data in the first HTML. A read that fails leaves its query empty: the browser asks again and
 * shows its own loading and error states.
 */
export async function Prefetched({ reads, children }: { reads: readonly PageRead[]; children: ReactNode }) {
  const client = new QueryClient();
  await Promise.allSettled(reads.map((read) => read(client)));
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
