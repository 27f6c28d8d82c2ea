import { CopyButton } from "@/components/ui/action/copy-button";

/** The same change for a terminal. */
export function CliCommand({ command }: { command: string }) {
  return (
    <div className="grid gap-2 px-4 py-3">
      <pre
        className="bg-sunken border-line overflow-x-auto rounded-md border p-3 font-mono whitespace-pre"
        tabIndex={0}
        aria-label="AWS CLI command"
      >
        {command}
      </pre>
      <CopyButton className="justify-self-start" label="Copy the command" text={() => command} />
    </div>
  );
}
