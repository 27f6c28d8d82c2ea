import { describeAllowed } from "./describe-allowed";
import { describeAnswer } from "./describe-answer";
import { describeWitness } from "./describe-witness";
import { nameIds } from "./name-ids";
import type { ToldAnswer, ToldEvidence, ToldHop, ToldTrace, ToldWords } from "./told-answer";

/** A whole answer as plain text, for a ticket or a chat. */
export function answerText(answer: ToldAnswer, words: ToldWords): string {
  const traces = answer.traces.flatMap((trace) => ["", ...traceLines(trace, words)]);
  return [describeAnswer(answer, words), ...traces].join("\n");
}

function traceLines(trace: ToldTrace, { nameOf }: ToldWords): string[] {
  const place = trace.subnetId ?? trace.networkInterfaceId ?? "outside";
  return [
    `From ${nameIds(place, nameOf)}: ${trace.verdict}`,
    ...hopLines("There", trace.forward, nameOf),
    ...hopLines("Back", trace.return, nameOf),
    ...trace.explanations.flatMap(({ code, message, evidence = [] }) => [
      `  ${code}: ${nameIds(message, nameOf)}`,
      ...evidenceLines(evidence, "    "),
    ]),
    ...trace.notEvaluated.map(({ message }) => `  Not evaluated: ${nameIds(message, nameOf)}`),
    ...(trace.allowed ? [`  Allowed: ${describeAllowed(trace.allowed).join("; ")}`] : []),
    ...(trace.witness ? [`  Packet: ${describeWitness(trace.witness)}`] : []),
  ];
}

function hopLines(title: string, hops: readonly ToldHop[], nameOf: ToldWords["nameOf"]): string[] {
  if (hops.length === 0) return [];
  const steps = hops.flatMap(({ kind, resourceId, detail, evidence = [] }) => [
    `    ${kind} ${nameIds(resourceId, nameOf)}${detail === undefined ? "" : `: ${detail}`}`,
    ...evidenceLines(evidence, "      "),
  ]);
  return [`  ${title}:`, ...steps];
}

function evidenceLines(evidence: readonly ToldEvidence[], indent: string): string[] {
  return evidence.map(({ resourceId, fact }) => {
    return `${indent}${resourceId === undefined ? "" : `${resourceId}: `}${fact}`;
  });
}
