"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { flowAnswerQuery } from "@/lib/client/queries/reachability";
import { readQuestion } from "@/lib/contract/reachability/read-question";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { numberBlocks } from "@/lib/core/reachability/sentence/number-blocks";
import { describeMeans } from "@/lib/core/reachability/sentence/describe-asked";
import type { Verdict } from "@/lib/core/reachability/trace";
import { pathChain, type PathChain } from "@/lib/core/topology/view/path-chain";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { useTopologyUrl } from "../use-topology-url";

export interface TracedPath {
  /** "orders-api to orders-db on tcp 5432". */
  title: string;
  verdict: Verdict | undefined;
  error: Error | null;
  chain: PathChain<TopologyEdge> | undefined;
}

/** What a link that names a protocol leaves open. */
const HTTPS = () => ({ protocol: "tcp", port: 443 }) as const;

/** The path of the question in the address, on this diagram; undefined where there is none. */
export function useTracedPath(graph: ViewGraph<TopologyNode, TopologyEdge>): TracedPath | undefined {
  const [url] = useTopologyUrl();
  const { from, to, protocol, port, subnet, snapshotId } = url;
  const read = useMemo(() => readQuestion({ from, to, protocol, port }, HTTPS), [from, to, protocol, port]);
  const flow = read.kind === "complete" ? read.flow : undefined;
  const { data, error } = useQuery({
    ...flowAnswerQuery(flow ?? NO_FLOW, { snapshotId: snapshotId ?? undefined }),
    enabled: flow !== undefined,
  });
  const trace = data?.traces.find(({ subnetId }) => subnetId === subnet) ?? data?.traces[0];
  const chain = useMemo(
    () => trace && pathChain(graph, numberBlocks(trace).forward, { from, to }),
    [graph, trace, from, to],
  );
  if (flow === undefined) return undefined;
  const place =
    trace && data && data.traces.length > 1 ? graph.nodeById.get(trace.subnetId ?? "")?.label : undefined;
  const title = `${nameOf(from)} to ${nameOf(to)} ${describeMeans(flow)}${place === undefined ? "" : `, from ${place}`}`;
  return { title, verdict: trace?.verdict, error, chain };
}

const EVERYTHING: ReadonlyMap<string, string> = new Map([
  ["internet", "the internet"],
  ["0.0.0.0/0", "the internet"],
  ["::/0", "the internet over IPv6"],
]);

/** `db:arn:…:orders-db` is orders-db. */
function nameOf(end: string): string {
  const everything = EVERYTHING.get(end);
  if (everything !== undefined) return everything;
  return /^[\d.:a-f/]+$/i.test(end) ? end : end.slice(end.lastIndexOf(":") + 1);
}

/** Stands where there is no question; it is never asked. */
const NO_FLOW = { source: { cidr: "" }, destination: { internet: true }, protocol: "tcp" } as const;
