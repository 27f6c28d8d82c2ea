import type { Route } from "next";
import { pages } from "@/lib/contract/pages";
import type { FlowAnswer } from "@/lib/contract/reachability/flow-answer";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { formatDestination, formatSource } from "@/lib/contract/reachability/question-address";
import { formatPort } from "@/lib/contract/reachability/read-question";
import { keyTraces, shownTrace } from "./shown-trace";

/** The diagram of the VPC in which the path starts, with the path drawn. */
export function topologyLink(
  { source, destination, protocol, port }: FlowQuestion,
  traces: FlowAnswer["traces"],
  { subnet, snapshotId }: { subnet: string | null; snapshotId: string | undefined },
): Route {
  const trace = shownTrace(keyTraces(traces), subnet)?.trace;
  const vpcId = [...(trace?.forward ?? []), ...(trace?.return ?? [])].find(
    ({ kind }) => kind === "vpc",
  )?.resourceId;
  return pages.topology({
    from: formatSource(source),
    to: formatDestination(destination),
    protocol: String(protocol),
    port: formatPort(port ?? null),
    ...(vpcId !== undefined && { vpcId }),
    ...(typeof trace?.subnetId === "string" && { subnet: trace.subnetId }),
    ...(snapshotId !== undefined && { snapshotId }),
  });
}
