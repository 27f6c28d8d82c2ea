import { X } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import { Status } from "@/components/ui/status/status";
import { formatBytes, type CheckedFile } from "./use-import-files";

const MOST_SHOWN = 200;

interface FileListProps {
  files: readonly CheckedFile[];
  onRemove: (path: string) => void;
}

/** Broken files first: they are what one has to look at. */
export function FileList({ files, onRemove }: FileListProps) {
  const sorted = [
    ...files.filter((item) => item.check.status === "broken"),
    ...files.filter((item) => item.check.status !== "broken"),
  ];
  return (
    <ul aria-label="Chosen files" className="divide-line max-h-80 divide-y overflow-y-auto" tabIndex={0}>
      {sorted.slice(0, MOST_SHOWN).map((item) => (
        <li key={item.path} className="flex min-h-9 items-center gap-3 px-4 py-1">
          <div className="min-w-0 flex-1">
            <p className="text-13 truncate font-mono" title={item.path}>
              {item.path}
            </p>
            {item.check.status === "broken" && <Status tone="danger" label={item.check.reason} />}
          </div>
          {item.check.status === "ok" && (
            <span className="text-13 text-ink-muted shrink-0 max-sm:hidden">
              {item.check.items} items in {item.check.keys.slice(0, 2).join(", ")}
              {item.check.keys.length > 2 && ", …"}
            </span>
          )}
          {item.check.status === "unchecked" && (
            <span className="text-13 text-ink-muted shrink-0 max-sm:hidden">checked by the server</span>
          )}
          <span className="text-13 text-ink-faint shrink-0 tabular-nums">{formatBytes(item.file.size)}</span>
          <IconButton
            label={`Leave out ${item.path}`}
            hasTooltip={false}
            icon={<X aria-hidden className="size-3.5" />}
            onClick={() => {
              onRemove(item.path);
            }}
          />
        </li>
      ))}
      {sorted.length > MOST_SHOWN && (
        <li className="text-13 text-ink-muted px-4 py-2">and {sorted.length - MOST_SHOWN} more</li>
      )}
    </ul>
  );
}
