import { CircleHelp, Globe, Lock, Router } from "lucide-react";
import type { TopologyNode } from "@/lib/contract/topology";

const marks = {
  public: { Icon: Globe, word: "public" },
  private: { Icon: Router, word: "private" },
  isolated: { Icon: Lock, word: "isolated" },
  unknown: { Icon: CircleHelp, word: "kind unknown" },
} as const;

/** Public, private or isolated by icon and word, never by colour: the kind of a subnet is no state. */
export function SubnetKindMark({ kind = "unknown" }: { kind?: TopologyNode["subnetKind"] | undefined }) {
  const { Icon, word } = marks[kind];
  return (
    <span className="text-13 text-ink-muted inline-flex shrink-0 items-center gap-1">
      <Icon aria-hidden className="size-3.5" />
      {word}
    </span>
  );
}
