import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRecordings, recordingsFolder } from "@/lib/testing/recordings";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { acceptedDifferences } from "../parity/accepted-differences";
import { askSandbox, isAskable } from "./ask-sandbox";
import { makeSamples } from "./make-samples";
import { readRecordings } from "./read-recordings";
import { compareShapes, shapeOf } from "./shape";
import { SHAPE_DIFFERENCES, UNKNOWN_SERVICES } from "./shape-differences";

if (!hasRecordings) {
  process.stdout.write(`no recordings at ${recordingsFolder}: the shapes of answers were not compared\n`);
}

/** With what `makeSamples` adds, they hold something of almost every kind that was recorded. */
const SCENARIOS = ["demo", "hybrid", "vpc-private", "vpc-privatepublic"];

it("has the recordings, or says that the tests below did not run", () => {
  expect(hasRecordings || process.env["CI"] !== "true").toBe(true);
});

describe.runIf(hasRecordings)("an answer of the sandbox beside those recorded from AWS", () => {
  const recordings = hasRecordings ? readRecordings() : new Map<string, unknown[]>();
  const operations = [...recordings.keys()].filter(isAskable).sort();
  let sandboxes: TestSandbox[];

  beforeAll(async () => {
    sandboxes = await Promise.all([...SCENARIOS, "empty"].map((scenario) => startSandbox({ scenario })));
    await makeSamples(sandboxes[SCENARIOS.length]?.clientConfig() ?? {});
  });
  afterAll(async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  });

  const differencesOf = async (operation: string) => {
    const answers = await Promise.all(
      sandboxes.map((sandbox) => askSandbox(sandbox.clientConfig(), operation)),
    );
    return compareShapes(shapeOf(recordings.get(operation) ?? []), shapeOf(answers.flat()));
  };

  it("is there, where a difference from moto is accepted for its sake", () => {
    const cited = acceptedDifferences.flatMap(({ source }) =>
      [...source.matchAll(/recorded: ([\w./-]+\.json)/g)].flatMap(([, file]) => file ?? []),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((file) => !existsSync(`${recordingsFolder}/${file}`))).toEqual([]);
  });

  it("is compared for every operation that was recorded of a service that the sandbox has", () => {
    expect(operations.length).toBeGreaterThan(25);
    expect([...recordings.keys()].filter((operation) => !isAskable(operation))).toEqual(UNKNOWN_SERVICES);
  });

  it.each(operations)(
    "%s has the same members of the same types, but for those listed",
    async (operation) => {
      const listed = SHAPE_DIFFERENCES[operation] ?? [];
      const found = await differencesOf(operation);
      expect(found).toEqual(
        found.filter(({ path }) => listed.some((difference) => difference.paths.includes(path))),
      );
      const stale = listed
        .flatMap(({ paths }) => paths)
        .filter((path) => !found.some((difference) => difference.path === path));
      expect(stale).toEqual([]);
    },
  );

  it("lists differences only of operations that were recorded", () => {
    expect(Object.keys(SHAPE_DIFFERENCES).filter((operation) => !operations.includes(operation))).toEqual([]);
  });
});
