import type { Network } from "@/lib/core/network/network";
import { explore, together } from "../explore";
import { naiveAnswer } from "../naive-verdict";
import { withInstances } from "../places/instances";
import { senderOf, type NaiveQuestion, type NaiveSource } from "../question";
import type { NaiveAnswer } from "../walk";
import { addressesOfRange } from "./addresses-of-range";
import { meaningsOf } from "./meanings";
import type { NamedQuestion } from "./named-question";
import { sourcesOf } from "./sources";

/** The packets that a question by names stands for, each followed by itself. */
export function namedAnswer(read: Network, question: NamedQuestion): NaiveAnswer {
  const network = withInstances(read);
  const { sources, mode, isDoubtful } = sourcesOf(network, question);
  const doubt: NaiveAnswer = { verdict: "unknown", reasons: ["NOT_EVALUATED_UNREAD IPv6 of subnets"] };
  return together(
    mode,
    sources
      .map((source) => fromOne(network, { ...question, source }))
      .map((answer) => (isDoubtful ? together("every", [answer, doubt]) : answer)),
  );
}

const NO_INBOUND: NaiveAnswer = {
  verdict: "unreachable",
  reasons: ["LAMBDA_ACCEPTS_NO_INBOUND function"],
};

type FromOne = Omit<NamedQuestion, "source"> & { source: NaiveSource };

function fromOne(network: Network, { destination, ...asked }: FromOne): NaiveAnswer {
  // Whoever asks.
  if ("functionName" in destination) return NO_INBOUND;
  if ("range" in destination) return toEvery(network, asked, destination.range);
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
  const answerAt = (one: NaiveQuestion["destination"]) =>
    naiveAnswer(names.network, { ...asked, destination: one });
  const certain = together(names.mode, names.destinations.map(answerAt));
  const isPerhaps =
    certain.verdict === "unreachable" &&
    (names.perhaps ?? []).some((one) => answerAt(one).verdict !== "unreachable");
  const answer: NaiveAnswer = isPerhaps
    ? { verdict: "unknown", reasons: ["NOT_EVALUATED_UNREAD addresses of the service"] }
    : certain;
  // A name that may not be resolved leads nowhere for certain.
  return answer.verdict === "unreachable" || names.answer.verdict === "reachable" ? answer : names.answer;
}

/** A range is reached where every address in it is: one that is not settles it. */
function toEvery(network: Network, asked: Omit<NaiveQuestion, "destination">, range: string): NaiveAnswer {
  const answers: NaiveAnswer[] = [];
  for (const address of addressesOfRange(network, range)) {
    const answer = naiveAnswer(network, { ...asked, destination: { address } });
    if (answer.verdict === "unreachable") return answer;
    answers.push(answer);
  }
  return together("every", answers);
}
