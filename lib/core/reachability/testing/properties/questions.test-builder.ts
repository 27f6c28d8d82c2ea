import type { Capture } from "@/lib/core/network/snapshot";
import type { Flow, FlowSource } from "../../flow";
import { commonTargets, dataStoreTargets, type KnownTarget } from "../../targets/known-targets";
import { networkOf } from "./generated.test-builder";

/** Every function, and the connection of one as if it were new. */
export function functionSources(captures: readonly Capture[]): FlowSource[] {
  const { functions, connections } = networkOf(captures);
  const [first] = [...connections.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return [
    ...[...functions.keys()].sort().map((functionName) => ({ functionName })),
    ...(first ? [{ connection: first }] : []),
  ];
}

export function targetsOf(captures: readonly Capture[]): KnownTarget[] {
  return [...commonTargets().slice(0, 4), ...dataStoreTargets(networkOf(captures), null)];
}

/** What the function pages ask: each function to the internet, services, databases and caches. */
export function questionsAbout(captures: readonly Capture[]): Flow[] {
  return functionSources(captures).flatMap((source) =>
    targetsOf(captures).map(({ destination, protocol, port }) => ({ source, destination, protocol, port })),
  );
}
