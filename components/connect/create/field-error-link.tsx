import { Button } from "@/components/ui/action/button";
import { Callout } from "@/components/ui/feedback/callout";
import { stepOfFieldError } from "./field-errors";

/** Leads from the review to the step whose field was refused. */
export function FieldErrorLink({
  errors,
  onGo,
}: {
  errors: Readonly<Record<string, string>>;
  onGo: (step: string) => void;
}) {
  const step = stepOfFieldError(errors);
  const [message] = Object.values(errors);
  if (step === undefined || message === undefined) return null;
  return (
    <Callout
      tone="danger"
      title="One of the fields was refused"
      isAlert
      actions={
        <Button
          size="sm"
          onClick={() => {
            onGo(step);
          }}
        >
          Go to the field
        </Button>
      }
    >
      {message}
    </Callout>
  );
}
