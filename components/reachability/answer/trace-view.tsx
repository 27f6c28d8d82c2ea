import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { DefinitionList } from "@/components/ui/text/definition-list";
import { describeAllowed } from "@/lib/core/reachability/sentence/describe-allowed";
import { describeWitness } from "@/lib/core/reachability/sentence/describe-witness";
import { nameIds } from "@/lib/core/reachability/sentence/name-ids";
import type { ToldTrace } from "@/lib/core/reachability/sentence/told-answer";
import { BlockList } from "./block-list";
import { HopList } from "./hop-list";
import { ToldText } from "./told-text";
import { numberBlocks } from "@/lib/core/reachability/sentence/number-blocks";

export interface TraceViewProps {
  trace: ToldTrace;
  nameOf: (id: string) => string | null;
}

/** The whole answer for one place where packets start. */
export function TraceView({ trace, nameOf }: TraceViewProps) {
  const { blocks, ...way } = numberBlocks(trace);
  return (
    <div className="divide-line divide-y">
      {blocks.length > 0 && (
        <section aria-label="What stands in the way">
          <h2 className="text-13 px-4 pt-3 font-medium">
            {blocks.length === 1 ? "What stands in the way" : `${blocks.length} things stand in the way`}
          </h2>
          <BlockList blocks={blocks} nameOf={nameOf} />
        </section>
      )}
      <div className="grid gap-x-8 gap-y-4 px-4 pt-3 pb-2 lg:grid-cols-2">
        <HopList
          title="The way there"
          hops={way.forward}
          nameOf={nameOf}
          empty="No packet leaves: there is no way to show."
        />
        <HopList
          title="The way back"
          hops={way.return}
          nameOf={nameOf}
          empty={
            trace.verdict === "reachable"
              ? "The way back is not Mooring’s to see: AWS brings the reply."
              : "Nothing arrives, so nothing comes back."
          }
        />
      </div>
      <TraceFacts trace={trace} />
      <NotEvaluated trace={trace} nameOf={nameOf} />
    </div>
  );
}

const witnessTerms: Readonly<Record<ToldTrace["verdict"], string>> = {
  reachable: "A packet that passes",
  unreachable: "A packet that does not pass",
  mixed: "A packet that does not pass",
  unknown: "A packet that may not pass",
};

function TraceFacts({ trace }: { trace: ToldTrace }) {
  const items = [
    ...(trace.allowed === undefined
      ? []
      : [
          {
            term: trace.verdict === "unknown" ? "Allowed for certain" : "Allowed between the two",
            value: (
              <ul>
                {describeAllowed(trace.allowed).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(trace.witness === undefined
      ? []
      : [
          {
            term: witnessTerms[trace.verdict],
            value: <code className="font-mono break-all">{describeWitness(trace.witness)}</code>,
          },
        ]),
    ...(trace.networkInterfaceId === undefined
      ? []
      : [{ term: "Interface", value: <code className="font-mono">{trace.networkInterfaceId}</code> }]),
  ];
  return items.length === 0 ? null : <DefinitionList className="px-4 py-3" items={items} />;
}

/** What lies outside the answer: never left unsaid. */
function NotEvaluated({ trace, nameOf }: TraceViewProps) {
  return (
    <section aria-label="Not evaluated" className="text-13 px-4 py-3">
      <h2 className="pb-1 font-medium">Not evaluated</h2>
      {trace.notEvaluated.length === 0 && (
        <p className="text-ink-muted">
          Nothing on this way was left out. DNS answers and the far end’s own software are not part of it.
        </p>
      )}
      <ul className="grid gap-1">
        {trace.notEvaluated.map(({ code, message, affectsVerdict }) => (
          <li key={`${code} ${message}`} className="flex gap-2">
            <StatusGlyph tone="unknown" className="mt-[3px]" />
            <span className="min-w-0 break-words">
              <ToldText text={nameIds(message, nameOf)} />{" "}
              <code className="text-ink-muted font-mono">{code}</code>
              {affectsVerdict && <span className="font-medium"> The answer hangs on it.</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
