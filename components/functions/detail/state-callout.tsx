import { Callout } from "@/components/ui/feedback/callout";
import { InlineCode } from "@/components/ui/text/inline-code";
import { RelativeTime } from "@/components/ui/status/relative-time";
import type { FunctionDetail } from "@/lib/contract/functions";
import { toFunctionLook } from "../list/function-look";

/** What the state means and what to do next. Where all is well it keeps quiet: the pill in the title says so. */
export function StateCallout({ fn }: { fn: FunctionDetail }) {
  const { tone } = toFunctionLook(fn);
  if (tone === "success") return null;
  const { summary, nextStep } = fn.stateExplanation;
  return (
    <Callout tone={tone} title={<InlineCode text={summary} />}>
      {nextStep !== null && (
        <p>
          <InlineCode text={nextStep} />
        </p>
      )}
      {fn.stateReadAt !== null && (
        <p className="text-ink-muted mt-0.5">
          State read <RelativeTime at={fn.stateReadAt} />
        </p>
      )}
    </Callout>
  );
}
