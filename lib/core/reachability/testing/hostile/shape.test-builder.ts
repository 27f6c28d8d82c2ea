import type { Resources } from "@/lib/core/network/resources";
import type { Flow } from "../../flow";
import type { FlowAnswer } from "../../trace";

/** A question, and what must be true of its answer: its verdict, and a code where that says why. */
export interface ShapeQuestion {
  flow: Flow;
  verdict: FlowAnswer["verdict"];
  code?: string;
}

/** A network that costs most where an algorithm is careless. `count` says how much there is of what it is about. */
export interface Shape {
  count: number;
  resources: (count: number) => Resources;
  questions: readonly ShapeQuestion[];
}

const A_TO_B = {
  source: { networkInterfaceId: "eni-1a" },
  destination: { networkInterfaceId: "eni-1b" },
} as const;

/** From `eni-1a` to `eni-1b` on TCP 443, unless told otherwise. */
export function asks(
  verdict: ShapeQuestion["verdict"],
  flow: Partial<Flow> = {},
  code?: string,
): ShapeQuestion {
  const usual: Flow = { ...A_TO_B, protocol: "tcp", ...("protocol" in flow ? {} : { port: 443 }) };
  return { flow: { ...usual, ...flow }, verdict, ...(code !== undefined && { code }) };
}

/** The addresses of 100.0.0.0/8 in order. */
export function addressOf(n: number): string {
  return `100.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
}

export function many<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
