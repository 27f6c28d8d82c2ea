import type { Target } from "../destinations/target";
import { unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { NetworkIndex } from "../index/network-index";
import type { Asked } from "../judge/asked";
import { everyVerdict, unknownWhichVerdict } from "../judge/combine-verdicts";
import { judgePath, type Judgement } from "../judge/judge-path";
import type { Path } from "../path/path";
import { tracePath } from "../path/trace-path";
import type { AddressRange } from "../sets/address-range";
import type { SourceVariant } from "../sources/source-case";
import type { Verdict } from "../trace";
import { QuestionCuts } from "./divide";

/** One class of packets that all fare alike. */
export interface Part {
  source: AddressRange;
  destination: AddressRange;
  path: Path;
  judgement: Judgement;
}

export interface PairResult {
  verdict: Verdict;
  parts: readonly Part[];
  /** Set where parts of one interface's possible addresses fare differently. */
  isAddressDependent: boolean;
}

export interface PairQuestion {
  index: NetworkIndex;
  variant: SourceVariant;
  target: Target;
  asked: Asked;
  /** What goes before every path: name resolution, what the source can send at all. */
  checkpoints: readonly Checkpoint[];
}

const MOST_PARTS = 256;

/** One source range and one target range, divided until every part fares alike. */
export function evaluatePair(question: PairQuestion): PairResult {
  const { variant, target } = question;
  const atLarge = new Set<AddressRange>();
  if (variant.isInternetAtLarge) atLarge.add(variant.range);
  if (target.isInternetAtLarge) atLarge.add(target.range);
  const done: Part[] = [];
  const open: [source: AddressRange, destination: AddressRange][] = [[variant.range, target.range]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [source, destination] = next;
    const cuts = new QuestionCuts([source, destination], atLarge);
    const part = evaluatePart(question, source, destination, cuts);
    const count = cuts.countParts(source) * cuts.countParts(destination);
    if (count === 1) {
      done.push(part);
      if (part.judgement.verdict === "unreachable" && isEveryAddress(question)) break;
      continue;
    }
    if (count + open.length + done.length > MOST_PARTS) return tooLarge(part);
    for (const sourcePart of cuts.partsOf(source).reverse()) {
      for (const destinationPart of cuts.partsOf(destination).reverse())
        open.push([sourcePart, destinationPart]);
    }
  }
  return combineParts(question, done);
}

/** Where both ends are ranges in the asker's own words, one address that fails settles it. */
function isEveryAddress({ variant, target }: PairQuestion): boolean {
  const isKnownSender = variant.sender.kind !== "endpoint" || variant.range.first === variant.range.last;
  return isKnownSender && (target.receiver === null || target.range.first === target.range.last);
}

function evaluatePart(
  { index, variant, target, asked, checkpoints }: PairQuestion,
  source: AddressRange,
  destination: AddressRange,
  cuts: QuestionCuts,
): Part {
  const traced = tracePath({
    index,
    cuts,
    sender: variant.sender,
    receiver: target.receiver,
    packet: {
      source,
      destination,
      isInternetAtLarge: target.isInternetAtLarge,
      destinationPrefixListId: target.prefixListId,
    },
  });
  const path =
    checkpoints.length === 0 ? traced : { ...traced, checkpoints: [...checkpoints, ...traced.checkpoints] };
  return { source, destination, path, judgement: judgePath(path, asked) };
}

/** Every address of a destination counts; of an interface whose address is not known, one does. */
function combineParts(question: PairQuestion, parts: readonly Part[]): PairResult {
  const verdicts = parts.map(({ judgement }) => judgement.verdict);
  if (isEveryAddress(question)) return { verdict: everyVerdict(verdicts), parts, isAddressDependent: false };
  const verdict = unknownWhichVerdict(verdicts);
  return {
    verdict,
    parts,
    isAddressDependent: verdict === "unknown" && verdicts.some((one) => one !== "unknown"),
  };
}

function tooLarge(part: Part): PairResult {
  const message = `The question falls into more than ${MOST_PARTS} parts, because rules and routes divide the addresses: ask about fewer.`;
  const checkpoint = unknownPass({ code: "NOT_EVALUATED_TOO_LARGE", message });
  const path = { ...part.path, checkpoints: [checkpoint] };
  return {
    verdict: "unknown",
    parts: [{ ...part, path, judgement: { ...part.judgement, verdict: "unknown" } }],
    isAddressDependent: false,
  };
}
