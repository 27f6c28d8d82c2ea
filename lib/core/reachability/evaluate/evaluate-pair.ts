import type { Target } from "../destinations/target";
import type { Checkpoint } from "../filters/checkpoint";
import type { NetworkIndex } from "../index/network-index";
import type { Asked } from "../judge/asked";
import { judgePath, NOTHING_PASSES, type Judgement } from "../judge/judge-path";
import type { Arrival, Path } from "../path/path";
import { tracePath } from "../path/trace-path";
import { withCheckpoints, withOnly } from "../path/with-checkpoints";
import type { AddressRange } from "../sets/address-range";
import { intersectTraffic, isNoTraffic } from "../sets/traffic";
import type { SourceVariant } from "../sources/source-case";
import type { Verdict } from "../trace";
import type { Cuts, ForkMode } from "../walk/cuts";
import { asUnknown, combineParts, isEveryAddress } from "./combine-parts";
import { QuestionCuts } from "./divide";
import { judgeUnread } from "./services/judge-unread";

/** One class of packets that all fare alike. */
export interface Part {
  source: AddressRange;
  destination: AddressRange;
  /** Its public address, where it is asked for from the internet. */
  seenAs?: AddressRange | undefined;
  path: Path;
  judgement: Judgement;
  /** Null where there is no other way that AWS may pick. */
  forkMode: ForkMode | null;
}

export interface PairResult {
  verdict: Verdict;
  parts: readonly Part[];
  /** Set where parts of one interface's possible addresses fare differently. */
  isAddressDependent: boolean;
}

/** What becomes of packets behind something that sends them on to others: a load balancer. */
export type Behind = (arrival: Arrival, question: PairQuestion, cuts: Cuts) => readonly Checkpoint[];

export interface PairQuestion {
  index: NetworkIndex;
  variant: SourceVariant;
  target: Target;
  asked: Asked;
  /** What goes before every path: name resolution, what the source can send at all. */
  checkpoints: readonly Checkpoint[];
  /** A certain block is enough: nothing is explained. */
  isVerdictOnly: boolean;
  behind: Behind;
}

const MOST_PARTS = 256;

/** One source range and one target range, divided until every part fares alike. */
export function evaluatePair(question: PairQuestion): PairResult {
  const { ofService } = question.target;
  if (ofService === undefined || ofService.unread === null) return inParts(question);
  const narrow: AddressRange[] = [];
  const result = inParts(question, { narrow });
  return judgeUnread(question, ofService, result, narrow, (range) =>
    inParts({ ...question, target: { ...question.target, range } }, { isWhole: false }),
  );
}

interface Division {
  /** Gets the narrow ranges that rules and routes on the way speak of. */
  narrow?: AddressRange[];
  /** A part of the internet at large is not: what names a part of it divides it. */
  isWhole?: boolean;
}

function inParts(question: PairQuestion, { narrow = [], isWhole = true }: Division = {}): PairResult {
  const { variant, target } = question;
  const atLarge = new Set<AddressRange>();
  if (variant.isInternetAtLarge) atLarge.add(variant.range);
  if (target.isInternetAtLarge && isWhole) atLarge.add(target.range);
  const done: Part[] = [];
  const open: Open[] = [
    { source: variant.range, destination: target.range, choices: new Map(), forkMode: null },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const cuts = new QuestionCuts([next.source, next.destination], atLarge, next.choices, narrow);
    const { part, divisions } = evaluatePart(question, next, cuts);
    const parts = divisions.find(({ length }) => length + open.length + done.length <= MOST_PARTS);
    if (!parts) return tooLarge(part);
    if (parts.length === 0) {
      done.push(part);
      if (part.judgement.verdict === "unreachable" && isSettled(question, done)) break;
    } else open.push(...parts.reverse());
  }
  return combineParts(question, done);
}

interface Open {
  source: AddressRange;
  destination: AddressRange;
  choices: ReadonlyMap<string, number>;
  /** How the ways at the forks met so far make one answer. */
  forkMode: ForkMode | null;
}

/** Into parts by address, else by way; empty where it needs no division. */
function divide(open: Open, cuts: QuestionCuts): Open[] {
  const count = cuts.countParts(open.source) * cuts.countParts(open.destination);
  if (count > MOST_PARTS) return Array.from({ length: MOST_PARTS + 1 }, () => open);
  if (count > 1) {
    return cuts
      .partsOf(open.source)
      .flatMap((source) =>
        cuts.partsOf(open.destination).map((destination) => ({ ...open, source, destination })),
      );
  }
  const { fork } = cuts;
  if (fork === null) return [];
  const isKept = open.forkMode === "unknown-which" || fork.mode === "unknown-which";
  return Array.from({ length: fork.count }, (_, index) => ({
    ...open,
    choices: new Map([...open.choices, [fork.place, index]]),
    forkMode: isKept ? "unknown-which" : "in-turn",
  }));
}

/** One address that fails settles a question about every address, unless it fails on one of several ways only. */
function isSettled(question: PairQuestion, done: readonly Part[]): boolean {
  return isEveryAddress(question) && done.every(({ forkMode }) => forkMode === null);
}

interface Evaluated {
  part: Part;
  /** What it falls into; then, where something on the way stops all of it, what the way alone divides it into. */
  divisions: Open[][];
}

function evaluatePart(question: PairQuestion, own: Open, cuts: QuestionCuts): Evaluated {
  const { source, destination, forkMode } = own;
  const { index, variant, target, asked, checkpoints, isVerdictOnly } = question;
  const traced = tracePath({
    index,
    cuts,
    sender: variant.sender,
    isFromInternetAtLarge: variant.isInternetAtLarge,
    receiver: target.receiver,
    isFoundByAddress: target.isFoundByAddress ?? false,
    packet: {
      source,
      destination,
      isInternetAtLarge: target.isInternetAtLarge,
      destinationPrefixListId: target.prefixListId,
    },
  });
  const isTotal = [...checkpoints, ...traced.checkpoints].some((one) => stopsAll(one, asked));
  const byWay = isTotal ? [divide(own, cuts)] : [];
  const isEnough = isVerdictOnly && isTotal;
  const { arrival } = traced;
  const after = arrival === null || isEnough ? [] : question.behind(arrival, question, cuts);
  const path = withCheckpoints(traced, checkpoints, after);
  const judgement = isEnough ? NOTHING_PASSES : judgePath(path, asked);
  const part = { source, destination, seenAs: target.seenAs, path, judgement, forkMode };
  const isCertain = isTotal || !cuts.isUndecided;
  return {
    part: isCertain ? part : asUnknown(part, OTHER_ADDRESS),
    divisions: [divide(own, cuts), ...byWay],
  };
}

/** What a checkpoint lets through may be costly to say, and is asked of few. */
function stopsAll(one: Checkpoint, { traffic }: Asked): boolean {
  return one.isTotal === true || (one.isForAll === true && isNoTraffic(intersectTraffic(one.may, traffic)));
}

const OTHER_ADDRESS = {
  code: "NOT_EVALUATED_OTHER_ADDRESS",
  message: "It depends on an address on the way that was not read: rules treat the addresses differently.",
} as const;

function tooLarge(part: Part): PairResult {
  const message = `The question falls into more than ${MOST_PARTS} parts, because rules and routes divide the addresses: ask about fewer.`;
  const path = withOnly(part.path, []);
  const parts = [asUnknown({ ...part, path }, { code: "NOT_EVALUATED_TOO_LARGE", message })];
  return { verdict: "unknown", parts, isAddressDependent: false };
}
