import { splitAtIds } from "@/lib/core/reachability/sentence/name-ids";

/** What is told, with its ids as a machine's words: never broken at their hyphen, where they could not be copied. */
export function ToldText({ text }: { text: string }) {
  return splitAtIds(text).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="font-mono text-[0.92em] whitespace-nowrap">
        {part}
      </code>
    ),
  );
}
