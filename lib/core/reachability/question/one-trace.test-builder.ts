import { expect } from "vitest";
import { answerOf } from "../cases/ask-codes.test-builder";
import type { Permission } from "../cases/open-vpc.test-builder";

/** The trace of a question that has just one. */
export function traceOf(...question: Parameters<typeof answerOf>) {
  const { traces } = answerOf(...question);
  expect(traces).toHaveLength(1);
  return traces[0];
}

export function tcp(FromPort: number, ToPort: number): Permission {
  return { IpProtocol: "tcp", FromPort, ToPort, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
}
