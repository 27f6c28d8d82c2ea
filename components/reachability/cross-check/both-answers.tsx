import type { ReactNode } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Status } from "@/components/ui/status/status";
import type { CrossCheck } from "@/lib/contract/reachability/cross-check";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { explanationCodes } from "@/lib/core/reachability/explanation-codes";
import { awsVerdict, awsWords } from "./aws-words";

/** Whether the two agree, then each with its verdict and what it gives for it. */
export function BothAnswers({ answer }: { answer: CrossCheck }) {
  const { aws, mooring, agrees, leftover } = answer;
  const tone = agrees === true ? "success" : agrees === false ? "danger" : "unknown";
  const title =
    agrees === true ? "Both agree" : agrees === false ? "They disagree" : "They cannot be compared";
  return (
    <>
      <Callout tone={tone} title={title} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Side title="Mooring" verdict={mooring.verdict}>
          {[...mooring.codes, ...mooring.unknownCodes].map((code) => (
            <Reason key={code} code={code} words={explanationCodes[code]} />
          ))}
        </Side>
        <Side title="AWS" verdict={awsVerdict(aws)} words={awsWords(aws)}>
          {aws.explanations.map(({ code, components }, index) => (
            <Reason
              key={`${index} ${code ?? ""}`}
              code={code ?? "No code"}
              words={components.map(({ role, id }) => `${role} ${id}`).join(", ")}
            />
          ))}
        </Side>
      </div>
      <p className="text-ink-muted break-words">
        Asked from <code className="font-mono">{answer.networkInterfaceId}</code> to{" "}
        <code className="font-mono break-all">{answer.awsDestination}</code>.
      </p>
      {leftover.length > 0 && (
        <Callout tone="warning" title="What was made could not be deleted again">
          Delete it in the AWS console: <code className="font-mono break-all">{leftover.join(", ")}</code>
        </Callout>
      )}
    </>
  );
}

interface SideProps {
  title: string;
  verdict: "reachable" | "unreachable" | "mixed" | "unknown";
  words?: string;
  children: ReactNode;
}

function Side({ title, verdict, words, children }: SideProps) {
  const { tone, label } = toStatusLook("verdict", verdict);
  return (
    <section aria-label={title} className="border-line grid content-start gap-1.5 rounded-md border p-3">
      <h3 className="font-medium">{title}</h3>
      <p>
        <Status tone={tone} label={label} />
      </p>
      {words !== undefined && words !== "" && <p className="break-words">{words}</p>}
      <ul className="grid gap-1 empty:hidden">{children}</ul>
    </section>
  );
}

function Reason({ code, words }: { code: string; words: string }) {
  return (
    <li className="min-w-0 break-words">
      {words} <code className="text-ink-muted font-mono break-all">{code}</code>
    </li>
  );
}
