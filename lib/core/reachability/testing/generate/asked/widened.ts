import type { NamedQuestion } from "../../naive/names/named-question";
import { addressOf, endsOf } from "../../naive/places/ranges";
import type { Random } from "../random";

/** The same question about every address of a block around the one it names: of whoever asks, or of whom it asks for. */
export function widened(random: Random, question: NamedQuestion): NamedQuestion {
  const { source, destination } = question;
  if ("outside" in source)
    return { ...question, source: { outsideRange: blockAround(random, source.outside, SOURCE_LENGTHS) } };
  if (!("address" in destination)) return question;
  return { ...question, destination: { range: blockAround(random, destination.address, LENGTHS) } };
}

type Lengths = Readonly<Record<4 | 6, readonly [number, ...number[]]>>;

/** From two addresses to a whole VPC, and more. */
const LENGTHS: Lengths = { 4: [31, 31, 31, 30, 28, 24, 24, 23, 16, 15, 12], 6: [127, 124, 64, 63, 56, 48] };
/** Nothing known is so near to who asks from outside. */
const SOURCE_LENGTHS: Lengths = { 4: [31, 24, 22, 16], 6: [126, 64, 48] };

function blockAround(random: Random, address: string, lengths: Lengths): string {
  const family = address.includes(":") ? 6 : 4;
  const length = random.pick(lengths[family]);
  return `${addressOf(endsOf(`${address}/${length}`)[0], family)}/${length}`;
}
