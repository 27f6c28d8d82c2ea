import fc from "fast-check";
import { expect, it } from "vitest";
import type { Capture } from "@/lib/core/network/snapshot";
import type { FlowAnswer } from "../../trace";
import { answersOf, generate, parameters, seeds } from "./generated.test-builder";

function withPolicy(captures: readonly Capture[], PolicyDocument: string | undefined): Capture[] {
  return captures.map((capture) => {
    const { VpcEndpoints, ...rest } = capture.resources;
    if (!VpcEndpoints) return capture;
    const endpoints = VpcEndpoints.map((one) => ({ ...one, PolicyDocument }));
    return { ...capture, resources: { ...rest, VpcEndpoints: endpoints } };
  });
}

const verdictsOf = (answers: readonly FlowAnswer[]) => answers.map(({ verdict }) => verdict);

function denials({ traces }: FlowAnswer) {
  return traces.flatMap(({ explanations }) =>
    explanations.filter(({ code }) => code === "ENDPOINT_POLICY_DENIES"),
  );
}

it("an endpoint's policy changes no verdict: where it denies everything, that is told", () => {
  let told = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const { captures, flows } = generate(seed, 40);
      const denied = answersOf(withPolicy(captures, '{"Statement":[]}'), flows);
      const open = answersOf(withPolicy(captures, undefined), flows);
      expect(verdictsOf(denied)).toEqual(verdictsOf(open));
      expect(verdictsOf(denied)).toEqual(verdictsOf(answersOf(captures, flows)));
      expect(open.flatMap(denials)).toEqual([]);
      expect(denied.flatMap(denials).every(({ effect }) => effect === "authorization")).toBe(true);
      told += denied.filter((answer) => answer.verdict === "reachable" && denials(answer).length > 0).length;
    }),
    parameters(15),
  );
  expect(told).toBeGreaterThan(0);
});
