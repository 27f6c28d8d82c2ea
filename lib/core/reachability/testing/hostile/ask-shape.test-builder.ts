import { networkWithout } from "../ask-network.test-builder";
import { evaluateFlow } from "../../evaluate-flow";
import type { FlowAnswer } from "../../trace";
import { loadBalancers } from "./load-balancers.test-builder";
import { networkAcls } from "./network-acls.test-builder";
import { places } from "./places.test-builder";
import { routes } from "./routes.test-builder";
import { rules } from "./rules.test-builder";
import type { Shape, ShapeQuestion } from "./shape.test-builder";

export const shapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries({ ...networkAcls, ...rules, ...routes, ...places, ...loadBalancers }),
);

export interface ShapeFigure {
  question: string;
  ms: number;
  /** What all threads of this process took of the processors. */
  cpuMs: number;
}

/** Asks the questions of a shape, and throws where an answer is not the right one. */
export function askShape({ resources, questions, count }: Shape, size = count): ShapeFigure[] {
  const given = resources(size);
  const figures: ShapeFigure[] = [];
  const timed = <T>(question: string, work: () => T): T => {
    const start = performance.now();
    const before = process.cpuUsage();
    const value = work();
    const { user, system } = process.cpuUsage(before);
    figures.push({ question, ms: performance.now() - start, cpuMs: (user + system) / 1000 });
    return value;
  };
  const network = timed("build", () => networkWithout(given, []));
  for (const [at, asked] of questions.entries()) {
    const answer = timed(`question ${at + 1}`, () => evaluateFlow(network, asked.flow));
    requireAnswer(asked, answer, at + 1);
  }
  return figures;
}

function requireAnswer({ verdict, code }: ShapeQuestion, answer: FlowAnswer, number: number): void {
  const codes = answer.traces.flatMap(({ explanations, notEvaluated }) =>
    [...explanations, ...notEvaluated].map((one) => one.code),
  );
  if (answer.verdict !== verdict || (code !== undefined && !codes.some((one) => one === code)))
    throw new Error(`Question ${number} is ${answer.verdict} by ${[...new Set(codes)].join(", ")}.`);
}
