"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { AlarmClock } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Popover } from "@/components/ui/overlay/popover";
import { formatInstant } from "@/components/ui/status/format-age";
import { advanceSandboxMutation } from "@/lib/client/mutations/sandbox";
import { environmentQuery } from "@/lib/client/queries/environment";
import { ApiErrorState } from "../page/api-error-state";

const steps = [
  { label: "1 hour", seconds: 3600, why: "interfaces no longer used are deleted" },
  { label: "1 day", seconds: 86_400, why: "scheduled invocations go on" },
  { label: "14 days", seconds: 14 * 86_400, why: "functions that nobody invokes become Inactive" },
];

/** Only where the app looks at the sandbox: lets days pass in it. */
export function SandboxClock() {
  const { data } = useQuery(environmentQuery());
  const advance = useMutation(advanceSandboxMutation());
  if (data?.sandbox === undefined) return null;
  const now = advance.data?.now ?? data.sandbox.now;
  return (
    <Popover
      label="The sandbox’s clock"
      align="end"
      className="w-80 p-4"
      trigger={
        <IconButton
          label="The sandbox’s clock"
          hasTooltip={false}
          icon={<AlarmClock aria-hidden className="size-4" />}
        />
      }
    >
      <div className="grid gap-3">
        <div>
          <p className="text-13 font-medium">The sandbox’s clock</p>
          <p className="text-13 text-ink-muted">
            It runs {data.sandbox.speed} times as fast as ours and stands at{" "}
            <time dateTime={now}>{formatInstant(now)}</time>. Move it on to see what time does to functions.
          </p>
        </div>
        <ul className="grid gap-1.5">
          {steps.map((step) => (
            <li key={step.seconds} className="flex items-center gap-3">
              <Button
                size="sm"
                className="w-24"
                isBusy={advance.isPending && advance.variables === step.seconds}
                disabled={advance.isPending}
                onClick={() => {
                  advance.mutate(step.seconds);
                }}
              >
                + {step.label}
              </Button>
              <span className="text-13 text-ink-muted min-w-0">{step.why}</span>
            </li>
          ))}
        </ul>
        <p className="text-13 text-ink-muted" role="status">
          {advance.isSuccess
            ? "Moved on. Read AWS again to see the difference."
            : "Afterwards, read AWS again."}
        </p>
        {advance.error && <ApiErrorState title="The clock was not moved" error={advance.error} />}
      </div>
    </Popover>
  );
}
