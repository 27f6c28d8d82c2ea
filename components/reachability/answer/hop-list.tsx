import clsx from "clsx";
import { CircleDot } from "lucide-react";
import { AwsIcon } from "@/components/aws-icon/aws-icon";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { EvidenceList } from "./evidence-list";
import { hopLook } from "./hop-look";
import type { MarkedHop } from "@/lib/core/reachability/sentence/number-blocks";

export interface HopListProps {
  title: string;
  hops: readonly MarkedHop[];
  nameOf: (id: string) => string | null;
  /** What to say where there is no hop. */
  empty: string;
}

/** The places that a packet passes, in its order, each with the rules and the route that lead on and what stops it there. */
export function HopList({ title, hops, nameOf, empty }: HopListProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="text-13 pb-2 font-medium">{title}</h2>
      {hops.length === 0 && <p className="text-13 text-ink-muted">{empty}</p>}
      <ol className="grid grid-cols-[minmax(0,1fr)]">
        {hops.map((marked, index) => (
          <HopRow
            key={`${index} ${marked.hop.resourceId}`}
            marked={marked}
            nameOf={nameOf}
            isLast={index === hops.length - 1}
          />
        ))}
      </ol>
    </section>
  );
}

function HopRow({
  marked,
  nameOf,
  isLast,
}: {
  marked: MarkedHop;
  nameOf: HopListProps["nameOf"];
  isLast: boolean;
}) {
  const { hop, blocks } = marked;
  const { label, icon } = hopLook(hop.kind);
  const isBlocked = blocks.some(({ explanation }) => explanation.effect === "connectivity");
  const name = nameOf(hop.resourceId);
  const isNamedByKind = hop.resourceId === hop.kind;
  return (
    <li className="text-13 relative flex gap-3 pb-3">
      {!isLast && <span aria-hidden className="bg-line absolute top-6 bottom-0 left-[9.5px] w-px" />}
      <span className="relative mt-0.5 shrink-0">
        {icon === null ? (
          <CircleDot aria-hidden className="text-ink-faint size-5" />
        ) : (
          <AwsIcon kind={icon} className="size-5" />
        )}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className={clsx("min-w-0 font-medium break-words", isBlocked && "text-danger")}>
            {name ?? (isNamedByKind ? label : hop.resourceId)}
          </span>
          {!isNamedByKind && <span className="text-ink-muted">{label}</span>}
          {name !== null && <code className="text-ink-muted font-mono break-all">{hop.resourceId}</code>}
        </p>
        {hop.detail !== undefined && <p className="text-ink-muted font-mono break-words">{hop.detail}</p>}
        <EvidenceList evidence={hop.evidence ?? []} nameOf={nameOf} />
        {blocks.map(({ number, explanation }) => (
          <p
            key={number}
            className={clsx(
              "flex items-center gap-1.5 font-medium",
              explanation.effect === "connectivity" ? "text-danger" : "text-warning",
            )}
          >
            <StatusGlyph tone={explanation.effect === "connectivity" ? "danger" : "warning"} />
            {explanation.effect === "connectivity" ? "Stopped here" : "Refused by a policy"}: point {number}
          </p>
        ))}
      </div>
    </li>
  );
}
