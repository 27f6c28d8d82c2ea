"use client";

import { useState } from "react";
import { ArrowRight } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import type { Suggestion } from "@/components/ui/form/match-suggestions";
import { Select } from "@/components/ui/form/select";
import { SuggestInput } from "@/components/ui/form/suggest-input";
import { hasPorts, type QuestionField, type TypedQuestion } from "@/lib/contract/reachability/read-question";

export interface QuestionFormProps {
  /** As the address has it; what is typed gives way when that changes. */
  asked: TypedQuestion;
  sources: readonly Suggestion[];
  targets: readonly Suggestion[];
  /** What is meant where protocol or port is left empty. */
  usual: { protocol: string; port: string };
  problem: { field: QuestionField; message: string } | undefined;
  isAsking: boolean;
  onAsk: (question: TypedQuestion) => void;
}

const protocols = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
  { value: "icmp", label: "Ping (ICMP echo)" },
  { value: "icmpv6", label: "Ping (ICMPv6 echo)" },
  { value: "all", label: "Any traffic" },
];

/** From, to, protocol, port. Enter asks from each of them; choosing the second end asks too. */
export function QuestionForm({
  asked,
  sources,
  targets,
  usual,
  problem,
  isAsking,
  onAsk,
}: QuestionFormProps) {
  const [typed, setTyped] = useState(asked);
  const [lastAsked, setLastAsked] = useState(asked);
  // Not by a `key`: a form that is made anew takes the focus from the field in which Enter was pressed.
  if (JSON.stringify(asked) !== JSON.stringify(lastAsked)) {
    setLastAsked(asked);
    setTyped(asked);
  }
  const change = (over: Partial<TypedQuestion>, isAsked = false) => {
    const next = { ...typed, ...over };
    setTyped(next);
    if (isAsked && next.from !== "" && next.to !== "") onAsk(next);
  };
  const errorOf = (field: QuestionField) => (problem?.field === field ? problem.message : undefined);
  const protocol = typed.protocol === "" ? usual.protocol : typed.protocol;
  const isNumber = /^\d+$/.test(protocol);
  const options = isNumber
    ? [...protocols, { value: protocol, label: `IP protocol ${protocol}` }]
    : protocols;
  const takesPort = isNumber ? hasPorts(Number(protocol)) : protocol === "tcp" || protocol === "udp";
  return (
    <form
      aria-label="Question"
      className="border-line bg-surface mb-4 grid grid-cols-2 gap-3 rounded-md border p-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,1.3fr)_minmax(0,1fr)_auto] lg:items-start"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed);
      }}
    >
      <div className="col-span-2 sm:col-span-1">
        <Field label="From" error={errorOf("from")} isAlert>
          {(control) => (
            <SuggestInput
              label="Where packets start"
              control={control}
              value={typed.from}
              suggestions={sources}
              nameOf={bareName}
              placeholder="Function, eni-…, i-…, or a CIDR outside"
              onChange={(from, isChosen) => {
                change({ from }, isChosen);
              }}
            />
          )}
        </Field>
      </div>
      <div className="col-span-2 sm:col-span-1">
        <Field label="To" error={errorOf("to")} isAlert>
          {(control) => (
            <SuggestInput
              label="Where packets go"
              control={control}
              value={typed.to}
              suggestions={targets}
              placeholder="Internet, S3, a database, an address…"
              onChange={(to, isChosen) => {
                // Another target is used on another port.
                change(isChosen ? { to, protocol: "", port: "" } : { to }, isChosen);
              }}
            />
          )}
        </Field>
      </div>
      <Field label="Protocol" error={errorOf("protocol")} isAlert>
        {(control) => (
          <Select
            control={control}
            value={protocol}
            options={options}
            onChange={(next) => {
              change({ protocol: next }, true);
            }}
          />
        )}
      </Field>
      <Field label="Port" error={errorOf("port")} isAlert>
        {(control) => (
          <Input
            {...control}
            isMono
            disabled={!takesPort}
            inputMode="text"
            placeholder={takesPort ? usual.port : "none"}
            title="A port, a range such as 1000-2000, or any"
            value={takesPort ? typed.port : ""}
            onChange={(event) => {
              change({ port: event.target.value });
            }}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        isBusy={isAsking}
        className="col-span-2 sm:justify-self-start lg:col-span-1 lg:mt-6"
        icon={<ArrowRight aria-hidden className="size-3.5" />}
      >
        Can it reach it?
      </Button>
    </form>
  );
}

/** A function that is not among the suggestions, or not yet: ten thousand take a while. */
function bareName(source: string): string {
  return source.replace(/^function:/, "");
}
