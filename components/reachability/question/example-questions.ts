import type { FunctionSummary } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import { formatDestination, formatSource } from "@/lib/contract/reachability/question-address";
import type { OfferedTarget } from "./endpoint-options";
import type { ExampleQuestion } from "./no-question";

/** Three questions about a function that is in a VPC: the internet, a database of that VPC, and a secret. */
export function exampleQuestions(
  functions: readonly Pick<FunctionSummary, "functionName" | "vpcConfig">[],
  targets: readonly OfferedTarget[],
  of: { snapshotId?: string },
): ExampleQuestion[] {
  const inVpc = functions.filter(({ vpcConfig }) => vpcConfig !== null);
  const dataStores = targets.filter(({ kind }) => kind === "db-instance" || kind === "cache-cluster");
  const vpcIds = new Set(dataStores.map(({ vpcId }) => vpcId));
  const fn = inVpc.find(({ vpcConfig }) => vpcIds.has(vpcConfig?.vpcId ?? null)) ?? inVpc[0];
  if (fn === undefined) return [];
  const chosen = [
    targets.find(({ kind }) => kind === "internet"),
    dataStores.find(({ vpcId }) => vpcId === fn.vpcConfig?.vpcId),
    targets.find(({ label }) => label === "Secrets Manager"),
  ].filter((target) => target !== undefined);
  return chosen.map(({ kind, label, destination }) => ({
    text: `Can ${fn.functionName} reach ${kind === "internet" ? "the internet" : label}?`,
    href: pages.reachability({
      from: formatSource({ functionName: fn.functionName }),
      to: formatDestination(destination),
      ...of,
    }),
  }));
}
