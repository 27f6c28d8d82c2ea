import { QueryClient } from "@tanstack/react-query";
import { ApiRequestError } from "@/lib/client/api-request-error";

/** What a client did wrong, or what is not there yet, does not get better by asking again. */
export function isWorthRetrying(failureCount: number, error: unknown): boolean {
  if (!(error instanceof ApiRequestError)) return false;
  const isPassing = error.status === 0 || error.status === 429 || error.status >= 500;
  return isPassing && error.detail.code !== "no_snapshot" && failureCount < 2;
}

/** Events keep what is shown fresh, so nothing is asked again merely because a page was opened again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: isWorthRetrying, refetchOnWindowFocus: true } },
  });
}
