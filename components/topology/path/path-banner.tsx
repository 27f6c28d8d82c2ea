"use client";

import { X } from "lucide-react";
import { describeError } from "@/components/layout/page/describe-error";
import { ButtonLink } from "@/components/ui/action/button-link";
import { IconButton } from "@/components/ui/action/icon-button";
import { Status } from "@/components/ui/status/status";
import { pages } from "@/lib/contract/pages";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { useTopologyUrl } from "../use-topology-url";
import type { TracedPath } from "./use-traced-path";

/** Which path is lit, its verdict, and the way back to the words. */
export function PathBanner({ traced }: { traced: TracedPath }) {
  const [{ from, to, protocol, port, snapshotId }, setUrl] = useTopologyUrl();
  const look = toStatusLook("verdict", traced.verdict);
  const blocked = traced.chain?.blockedIds.size ?? 0;
  return (
    <div
      role="status"
      className="border-line bg-surface text-13 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5"
    >
      {traced.verdict !== undefined && <Status tone={look.tone} label={look.label} />}
      <span className="min-w-0 break-words">
        The way of {traced.title}
        {blocked > 0 && ": stopped where it says so"}
        {traced.error && `: ${describeError(traced.error).message}`}
      </span>
      <span className="ml-auto flex items-center gap-2">
        <ButtonLink
          size="sm"
          href={pages.reachability({
            from,
            to,
            protocol,
            port,
            ...(snapshotId !== null && { snapshotId }),
          })}
        >
          In words
        </ButtonLink>
        <IconButton
          label="Draw no path"
          icon={<X aria-hidden className="size-4" />}
          onClick={() => void setUrl({ from: null, to: null, protocol: null, port: null, subnet: null })}
        />
      </span>
    </div>
  );
}
