"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 10_000;

function subscribe(onTick: () => void) {
  const timer = setInterval(onTick, TICK_MS);
  return () => {
    clearInterval(timer);
  };
}

const readTick = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;
const serverTick = () => null;

/** The time in ms, in steps of ten seconds; null on the server and in the first render, which must agree with it. */
export function useTick(): number | null {
  return useSyncExternalStore(subscribe, readTick, serverTick);
}
