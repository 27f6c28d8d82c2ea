import clsx from "clsx";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { Status } from "@/components/ui/status/status";
import { formatDuration, formatInstant } from "@/components/ui/status/format-age";
import { InlineCode } from "@/components/ui/text/inline-code";
import type { OperationTransition } from "@/lib/contract/operations";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { toInterfaceChanges, type InterfaceChange } from "./interface-changes";

export interface TransitionListProps {
  transitions: readonly OperationTransition[];
  /** ISO time that the first offset counts from. */
  startedAt: string | null;
  isLive: boolean;
  /** By id, as far as they are known. */
  subnetNames: ReadonlyMap<string, string>;
}

const changeWord: Record<InterfaceChange["change"], string> = {
  present: "was there",
  appeared: "appeared",
  changed: "is now",
  gone: "was deleted",
};

/** Every state that AWS told, in order, each with its time and meaning. New ones are read out. */
export function TransitionList({ transitions, startedAt, isLive, subnetNames }: TransitionListProps) {
  const changes = toInterfaceChanges(transitions);
  return (
    <ol aria-label="States seen" aria-live={isLive ? "polite" : "off"} className="relative grid gap-4">
      {transitions.map((transition, index) => (
        <TransitionRow
          key={`${transition.at} ${index}`}
          transition={transition}
          interfaceChanges={changes[index] ?? []}
          startedAt={startedAt}
          subnetNames={subnetNames}
          isLast={index === transitions.length - 1}
        />
      ))}
    </ol>
  );
}

interface TransitionRowProps {
  transition: OperationTransition;
  interfaceChanges: readonly InterfaceChange[];
  startedAt: string | null;
  subnetNames: ReadonlyMap<string, string>;
  isLast: boolean;
}

function TransitionRow({ transition, interfaceChanges, startedAt, subnetNames, isLast }: TransitionRowProps) {
  const { at, state, lastUpdateStatus } = transition;
  const offsetMs = startedAt === null ? null : Date.parse(at) - Date.parse(startedAt);
  const look = toStatusLook(
    lastUpdateStatus === null ? "state" : "last-update-status",
    lastUpdateStatus ?? state,
  );
  return (
    <li className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3">
      {!isLast && <span aria-hidden className="bg-line absolute top-5 -bottom-4 left-[7px] w-px" />}
      <StatusGlyph
        tone={look.tone}
        icon={look.icon}
        className={clsx("mt-[3px]", !isLast && "animate-none")}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="text-13 font-mono">
            <Word name="State" value={state} code={transition.stateReasonCode} />
          </span>
          <span className="text-13 font-mono">
            <Word
              name="LastUpdateStatus"
              value={lastUpdateStatus}
              code={transition.lastUpdateStatusReasonCode}
            />
          </span>
          <time dateTime={at} title={formatInstant(at)} className="text-ink-faint ml-auto tabular-nums">
            {offsetMs === null || offsetMs < 0 ? formatInstant(at) : `+${formatDuration(offsetMs)}`}
          </time>
        </p>
        <p className="text-13 text-ink-muted">
          <InlineCode text={transition.meaning} />
        </p>
        {interfaceChanges.length > 0 && (
          <ul className="mt-1 grid gap-0.5">
            {interfaceChanges.map((item) => (
              <InterfaceRow
                key={item.networkInterfaceId}
                item={item}
                subnetName={subnetNames.get(item.subnetId)}
              />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function InterfaceRow({ item, subnetName }: { item: InterfaceChange; subnetName: string | undefined }) {
  return (
    <li className="text-13 flex flex-wrap items-center gap-x-2">
      <span className="font-mono">{item.networkInterfaceId}</span>
      <span className="text-ink-muted">
        {changeWord[item.change]}
        {(item.change === "present" || item.change === "appeared") && (
          <>
            {" "}
            in{" "}
            <span title={item.subnetId} className={subnetName === undefined ? "font-mono" : undefined}>
              {subnetName ?? item.subnetId}
            </span>
          </>
        )}
      </span>
      {item.change !== "gone" && <Status {...toStatusLook("interface", item.status)} />}
    </li>
  );
}

function Word({
  name,
  value,
  code,
}: {
  name: string;
  value: string | null;
  code: string | null | undefined;
}) {
  return (
    <>
      <span className="text-ink-faint">{name} </span>
      <span className="font-medium">{value ?? "—"}</span>
      {code !== null && code !== undefined && <span className="text-ink-muted"> {code}</span>}
    </>
  );
}
