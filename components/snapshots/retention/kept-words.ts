import type { RetentionPreview } from "@/lib/contract/retention";

export type Kept = RetentionPreview["items"][number];

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Why a snapshot is kept and for how long, in a few words; the long form says why. */
export function keptWords({ keptBecause, until }: Kept): { short: string; long: string } {
  const day = until === null ? "" : until.slice(0, 10);
  const shortDay = until === null ? "" : dayFormat.format(new Date(until));
  switch (keptBecause) {
    case "import":
      return { short: "until deleted", long: "Imports are kept until somebody deletes them." };
    case "collecting":
      return { short: "being read", long: "It is being read now." };
    case "pinned":
      return { short: "pinned", long: "Somebody pinned it: it is kept whatever the rule says." };
    case "referred":
      return { short: "needed by a plan", long: "A plan or an operation refers to it." };
    case "newest":
      return { short: "newest", long: "The newest live snapshot is always kept." };
    case "recent":
      return {
        short: `recent, to ${shortDay}`,
        long: `It is recent: the rule keeps it until ${day} at most.`,
      };
    case "daily":
      return {
        short: `daily, to ${shortDay}`,
        long: `The newest of its day: the rule keeps it until ${day}.`,
      };
    case null:
      return {
        short: "due to go",
        long: "The rule no longer keeps it: it goes when the next one has been read.",
      };
  }
}

export function countExpired(items: readonly Kept[]): number {
  return items.filter(({ keptBecause }) => keptBecause === null).length;
}

/** "Nothing would be deleted now.", "3 snapshots would be deleted now." */
export function deletionText(items: readonly Kept[]): string {
  const count = countExpired(items);
  if (count === 0) return "Nothing would be deleted now.";
  return count === 1 ? "1 snapshot would be deleted now." : `${count} snapshots would be deleted now.`;
}
