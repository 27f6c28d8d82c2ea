"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { CloudLightning, FlaskConical } from "lucide-react";
import { Popover } from "@/components/ui/overlay/popover";
import { Skeleton } from "@/components/ui/status/skeleton";
import { DefinitionList } from "@/components/ui/text/definition-list";
import { environmentQuery } from "@/lib/client/queries/environment";
import type { Environment } from "@/lib/contract/environment";

/** Which AWS this is. A real account is filled with colour, the sandbox only outlined: the one cannot pass for the other. */
export function WherePill() {
  const { data, isError } = useQuery(environmentQuery());
  if (isError) return <span className="text-13 text-danger">Server not reached</span>;
  if (data === undefined) return <Skeleton className="w-24" />;
  const isSandbox = data.mode === "sandbox";
  const Icon = isSandbox ? FlaskConical : CloudLightning;
  return (
    <Popover
      label="Where this app looks"
      className="w-80 p-4"
      trigger={
        <button
          type="button"
          title={`${isSandbox ? "Sandbox" : "Real AWS"}, endpoint ${data.endpoint ?? "AWS’s own"}`}
          className={clsx(
            "text-13 flex h-7 min-w-0 items-center gap-1.5 rounded-full border px-2.5 font-medium",
            isSandbox
              ? "border-progress-line bg-progress-soft text-progress"
              : "bg-danger text-surface dark:text-canvas border-transparent font-semibold",
          )}
        >
          <Icon aria-hidden className="size-3.5 shrink-0" />
          <span className="shrink-0">{isSandbox ? "Sandbox" : "AWS"}</span>
          <Dot className="max-lg:hidden" />
          <span className="truncate tabular-nums max-lg:hidden">{data.accountId ?? "account unknown"}</span>
          <Dot />
          <span className="truncate">{data.region}</span>
        </button>
      }
    >
      <WhereDetail environment={data} />
    </Popover>
  );
}

function Dot({ className }: { className?: string }) {
  return (
    <span aria-hidden className={clsx("opacity-60", className)}>
      ·
    </span>
  );
}

function WhereDetail({ environment }: { environment: Environment }) {
  const isSandbox = environment.mode === "sandbox";
  return (
    <div className="grid gap-3">
      <p className="text-13">
        {isSandbox
          ? "An AWS of its own on this machine. Nothing here reaches a real account."
          : "A real AWS account. What you save here changes it."}
      </p>
      <DefinitionList
        items={[
          {
            term: "Account",
            value: <code className="font-mono">{environment.accountId ?? "not known"}</code>,
          },
          { term: "Region", value: <code className="font-mono">{environment.region}</code> },
          {
            term: "Endpoint",
            value: <code className="font-mono break-all">{environment.endpoint ?? "AWS’s own"}</code>,
          },
          {
            term: "Caller",
            value: <code className="font-mono break-all">{environment.callerArn ?? "not known"}</code>,
          },
          ...(environment.sandbox ? [{ term: "Scenario", value: environment.sandbox.scenario }] : []),
        ]}
      />
      {environment.identityError !== undefined && (
        <p className="text-13 text-danger">{environment.identityError}</p>
      )}
      {environment.sandboxError !== undefined && (
        <p className="text-13 text-danger">{environment.sandboxError}</p>
      )}
    </div>
  );
}
