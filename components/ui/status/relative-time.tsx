"use client";

import { formatAge, formatInstant } from "./format-age";
import { useTick } from "./use-tick";

/** How long ago, with the absolute time on hover. The server, which knows no time zone, sends the UTC instant. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const tick = useTick();
  return (
    <time dateTime={at} title={tick === null ? at : formatInstant(at)} className={className}>
      {tick === null ? at.slice(0, 16).replace("T", " ") : formatAge(at, tick)}
    </time>
  );
}
