import { CopyId } from "@/components/ui/action/copy-id";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { Status } from "@/components/ui/status/status";
import { DefinitionList, type Definition } from "@/components/ui/text/definition-list";
import { Section } from "@/components/ui/text/section";
import type { FunctionDetail } from "@/lib/contract/functions";
import { toStatusLook } from "@/lib/core/operations/state-tone";

const text = (value: string | null) => value ?? <span className="text-ink-faint">not read</span>;

/** The name of a role, without the account and path before it. */
function shortRole(roleArn: string): string {
  return roleArn.split("/").at(-1) ?? roleArn;
}

/** Lambda gives none until the function's creation has succeeded: that is known, not unread. */
function LastUpdate({ fn }: { fn: FunctionDetail }) {
  if (fn.lastUpdateStatus === null && fn.stateReadAt !== null)
    return <span className="text-ink-muted">none yet</span>;
  return <Status {...toStatusLook("last-update-status", fn.lastUpdateStatus)} />;
}

export function FunctionFacts({ fn }: { fn: FunctionDetail }) {
  const items: Definition[] = [
    { term: "State", value: <Status {...toStatusLook("state", fn.state)} /> },
    { term: "Last update", value: <LastUpdate fn={fn} /> },
    {
      term: "State read",
      value: fn.stateReadAt === null ? text(null) : <RelativeTime at={fn.stateReadAt} />,
    },
    {
      term: "Execution role",
      value: fn.roleArn === null ? text(null) : <CopyId value={fn.roleArn} display={shortRole(fn.roleArn)} />,
    },
    { term: "Runtime", value: text(fn.runtime ?? (fn.packageType === "Image" ? "container image" : null)) },
    { term: "Handler", value: <span className="font-mono">{text(fn.handler)}</span> },
    { term: "Memory", value: text(fn.memorySize === null ? null : `${fn.memorySize} MB`) },
    { term: "Timeout", value: text(fn.timeout === null ? null : `${fn.timeout} s`) },
    { term: "Account", value: <span className="font-mono">{text(fn.accountId)}</span> },
    { term: "Region", value: <span className="font-mono">{text(fn.region)}</span> },
    { term: "Snapshot", value: <RelativeTime at={fn.capturedAt} /> },
  ];
  return (
    <Section title="Function">
      {fn.description !== null && fn.description !== "" && (
        <p className="border-line text-13 border-b px-4 py-3 break-words">{fn.description}</p>
      )}
      <DefinitionList className="px-4 py-3" items={items} />
    </Section>
  );
}
