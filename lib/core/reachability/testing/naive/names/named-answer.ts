import type { Network } from "@/lib/core/network/network";
import { explore, together } from "../explore";
import { naiveAnswer } from "../naive-verdict";
import { instanceInterface } from "../places/interfaces";
import { senderOf, type NaiveQuestion, type NaiveSource } from "../question";
import type { NaiveAnswer } from "../walk";
import { meaningsOf } from "./meanings";
import type { NamedQuestion } from "./named-question";

/** The packets that a question by names stands for, each followed by itself. */
export function namedAnswer(network: Network, { source, ...asked }: NamedQuestion): NaiveAnswer {
  // Lambda picks the subnet.
  const sources = sourcesOf(network, source);
  return together(
    "sometimes",
    sources.map((one) => fromOne(network, { ...asked, source: one })),
  );
}

function sourcesOf(network: Network, source: NamedQuestion["source"]): NaiveSource[] {
  if ("instanceId" in source)
    return [{ networkInterfaceId: instanceInterface(network, source.instanceId)?.NetworkInterfaceId ?? "" }];
  if (!("places" in source)) return [source];
  const { places, securityGroupIds, ipv6AllowedForDualStack } = source;
  return places.map((place) => ({ ...place, securityGroupIds, ipv6AllowedForDualStack }));
}

type FromOne = Omit<NamedQuestion, "source"> & { source: NaiveSource };

function fromOne(network: Network, { destination, ...asked }: FromOne): NaiveAnswer {
  if ("address" in destination || "networkInterfaceId" in destination)
    return naiveAnswer(network, { ...asked, destination });
  const packet: NaiveQuestion = { ...asked, destination: { address: "0.0.0.0" } };
  // Whoever cannot send at all asks for no name.
  const before = explore(() => {
    senderOf(network, packet);
    return [];
  });
  if (before.verdict !== "reachable") return before;
  const names = meaningsOf(network, packet, destination);
  if (names.answer.verdict === "unreachable") return names.answer;
  if (names.destinations.length === 0) return { verdict: "unknown", reasons: ["UNKNOWN_DESTINATION"] };
  const answers = names.destinations.map((one) => naiveAnswer(names.network, { ...asked, destination: one }));
  const answer = together(names.mode, answers);
  // A name that may not be resolved leads nowhere for certain.
  return answer.verdict === "unreachable" || names.answer.verdict === "reachable" ? answer : names.answer;
}
