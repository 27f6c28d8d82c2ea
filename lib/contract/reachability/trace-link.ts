import type { Route } from "next";
import { pages } from "@/lib/contract/pages";
import { formatDestination } from "@/lib/contract/reachability/question-address";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { formatPort } from "@/lib/contract/reachability/read-question";

/** The question that gives a target's verdict, as a link. */
export function traceLink(
  from: string,
  { destination, protocol, port }: Pick<ReachabilityTarget, "destination" | "protocol" | "port">,
  snapshotId: string | undefined,
): Route {
  return pages.reachability({
    from,
    to: formatDestination(destination),
    protocol: String(protocol),
    port: formatPort(port),
    ...(snapshotId !== undefined && { snapshotId }),
  });
}
