"use client";

import { useSyncExternalStore } from "react";
import { formatAge, formatInstant } from "./format-age";

const TICK_MS = 10_000;

function subscribe(onTick: () => void) {
  const timer = setInterval(onTick, TICK_MS);
  return () => {
    clearInterval(timer);
  };
}

const readTick = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;
const serverTick = () => null;

/** How long ago, with the absolute time on hover. The server, which knows no time zone, sends the UTC instant. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const tick = useSyncExternalStore(subscribe, readTick, serverTick);
  return (
    <time dateTime={at} title={tick === null ? at : formatInstant(at)} className={className}>
      {tick === null ? at.slice(0, 16).replace("T", " ") : formatAge(at, tick)}
    </time>
  );
}
