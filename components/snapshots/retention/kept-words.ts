import type { RetentionPreview } from "@/lib/contract/retention";

export type Kept = RetentionPreview["items"][number];

/** Why a snapshot is kept and for how long, in a few words; the long form says why. */
export function keptWords({ keptBecause, until }: Kept): { short: string; long: string } {
  const day = until === null ? "" : until.slice(0, 10);
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
      return { short: `recent, to ${day}`, long: `It is recent: the rule keeps it until ${day} at most.` };
    case "daily":
      return { short: `daily, to ${day}`, long: `The newest of its day: the rule keeps it until ${day}.` };
    case null:
      return {
        short: "due to go",
        long: "The rule no longer keeps it: it goes when the next one has been read.",
      };
  }
}

/** "Nothing would be deleted now.", "3 snapshots would be deleted now." */
export function deletionText(items: readonly Kept[]): string {
  const count = items.filter(({ keptBecause }) => keptBecause === null).length;
  if (count === 0) return "Nothing would be deleted now.";
  return count === 1 ? "1 snapshot would be deleted now." : `${count} snapshots would be deleted now.`;
}
