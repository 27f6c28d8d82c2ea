import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasMoto, startMoto, type MotoServer } from "@/lib/testing/start-moto";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { accepts } from "./accepted-difference";
import { acceptedDifferences } from "./accepted-differences";
import { compareAnswers, type Difference } from "./compare-answers";
import { normaliseAnswers } from "./normalise-answers";
import { play } from "./play";
import { script } from "./script";
import type { Step } from "./step";

const isHere = hasMoto("the sandbox was not compared with it");

const region = "eu-west-1";
const credentials = { accessKeyId: "AKIAPARITY0000000000", secretAccessKey: "testing" };

describe.skipIf(!isHere)("the sandbox beside moto_server", () => {
  let moto: MotoServer;
  let sandbox: TestSandbox;
  let found: { index: number; step: Step; difference: Difference }[];

  beforeAll(async () => {
    [moto, sandbox] = await Promise.all([
      startMoto({ MOTO_IAM_LOAD_MANAGED_POLICIES: "true" }),
      startSandbox({ scenario: "empty" }),
    ]);
    const plays = await Promise.all(
      [moto.url, sandbox.url].map((endpoint) => play(script, { endpoint, region, credentials })),
    );
    const answers = normaliseAnswers(script, plays);
    found = script.flatMap((step, index) =>
      compareAnswers(answers[index]?.[0], answers[index]?.[1]).map((difference) => ({
        index,
        step,
        difference,
      })),
    );
  });
  afterAll(async () => {
    await moto.stop();
    await sandbox.close();
  });

  it("plays a script of at least 300 calls, most of them of EC2 and IAM", () => {
    expect(script.length).toBeGreaterThanOrEqual(300);
    const weighty = script.filter(({ service }) => service === "ec2" || service === "iam");
    expect(weighty.length / script.length).toBeGreaterThan(0.8);
  });

  it("answers each call as moto does, field by field, but for the differences that a document decides", () => {
    const unexplained = found.filter(
      ({ step, difference }) => !acceptedDifferences.some((entry) => accepts(entry, step, difference)),
    );
    expect(unexplained.map(toLine)).toEqual([]);
  });

  it("has no accepted difference that no longer occurs", () => {
    const unused = acceptedDifferences.filter(
      (entry) => !found.some(({ step, difference }) => accepts(entry, step, difference)),
    );
    expect(unused).toEqual([]);
  });
});

function toLine({ index, step, difference }: { index: number; step: Step; difference: Difference }): string {
  const show = (value: unknown) => (value === undefined ? "absent" : JSON.stringify(value));
  const { at, moto, sandbox } = difference;
  return `${String(index)} ${step.operation} ${show(step.input)}: ${at}: moto ${show(moto)}, sandbox ${show(sandbox)}`;
}
