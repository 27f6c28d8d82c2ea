"use client";

import { useEffect, useState } from "react";

/** The value once it has stayed the same for `delayMs`. Compare by a key where the value is built anew each time. */
export function useDebounced<Value>(value: Value, key: string, delayMs: number): Value {
  const [settled, setSettled] = useState({ value, key });
  // Time passes outside React.
  useEffect(() => {
    if (settled.key === key) return;
    const timer = setTimeout(() => {
      setSettled({ value, key });
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, key, delayMs, settled.key]);
  return settled.value;
}
