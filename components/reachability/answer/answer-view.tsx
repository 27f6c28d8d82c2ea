"use client";

import clsx from "clsx";
import { CopyButton } from "@/components/ui/action/copy-button";
import { Status } from "@/components/ui/status/status";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toneFill } from "@/components/ui/status/tone";
import type { FlowAnswer } from "@/lib/contract/reachability/flow-answer";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { Flow } from "@/lib/core/reachability/flow";
import { answerText } from "@/lib/core/reachability/sentence/answer-text";
import { describeAnswer } from "@/lib/core/reachability/sentence/describe-answer";
import type { ToldWords } from "@/lib/core/reachability/sentence/told-answer";
import { keyTraces, shownTrace, sortByName, type KeyedTrace } from "./shown-trace";
import { ToldText } from "./told-text";
import { TraceView } from "./trace-view";

export interface AnswerViewProps {
  flow: Flow;
  answer: FlowAnswer;
  words: ToldWords;
  /** The subnet whose way is shown; the first that tells most where null. */
  subnet: string | null;
  onSubnetChange: (subnet: string) => void;
  /** A link to the same path on the diagram. */
  topologyLink?: React.ReactNode;
}

/** The answer: one sentence, then the way from each subnet. */
export function AnswerView({ flow, answer, words, subnet, onSubnetChange, topologyLink }: AnswerViewProps) {
  const look = toStatusLook("verdict", answer.verdict);
  const keyed = keyTraces(answer.traces);
  const shown = shownTrace(keyed, subnet);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <section
        aria-label="Answer"
        aria-live="polite"
        className={clsx("rounded-md border p-4", toneFill[look.tone])}
      >
        <Status tone={look.tone} label={look.label} look="pill" className="bg-surface" />
        <p className="text-16 text-ink mt-2 max-w-4xl break-words">
          <ToldText text={describeAnswer(answer, words)} />
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          <CopyButton label="Copy as text" text={() => answerText(answer, words)} />
          <CopyButton label="Copy JSON" text={() => JSON.stringify({ question: flow, answer }, null, 2)} />
          <CopyButton label="Copy link" text={() => window.location.href} />
          {topologyLink}
        </div>
      </section>
      <div className="border-line bg-surface overflow-hidden rounded-md border">
        {keyed.length > 1 && (
          <SubnetChoice
            traces={sortByName(keyed, words.nameOf)}
            value={shown?.key ?? ""}
            nameOf={words.nameOf}
            onChange={onSubnetChange}
          />
        )}
        {shown && <TraceView trace={shown.trace} nameOf={words.nameOf} />}
      </div>
    </div>
  );
}

interface SubnetChoiceProps {
  traces: readonly KeyedTrace[];
  value: string;
  nameOf: (id: string) => string | null;
  onChange: (key: string) => void;
}

/** Each subnet with its verdict: Lambda picks one, so they ought to agree. */
function SubnetChoice({ traces, value, nameOf, onChange }: SubnetChoiceProps) {
  return (
    <fieldset className="border-line flex flex-wrap gap-2 border-b px-4 py-3">
      <legend className="sr-only">Where packets start</legend>
      {traces.map(({ trace, key }) => {
        const look = toStatusLook("verdict", trace.verdict);
        return (
          <label
            key={key}
            className={clsx(
              "text-13 flex min-h-8 cursor-pointer items-center gap-2 rounded-md border px-2.5 py-1 has-focus-visible:outline-2",
              key === value ? "border-accent bg-accent-soft" : "border-line hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name="subnet"
              className="sr-only"
              checked={key === value}
              onChange={() => {
                onChange(key);
              }}
            />
            <StatusGlyph tone={look.tone} />
            <span className="font-medium">{nameOf(key) ?? key}</span>
            <span className="text-ink-muted">{look.label}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
