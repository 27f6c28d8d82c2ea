import { describe, expect, it } from "vitest";
import { buildLambdaWorld, CONNECTION, type LambdaWorld } from "../lambda-world.test-builder";

const POLL_MS = 300;

/** What somebody sees who looks every 300 ms at the sandbox's default speed, each picture once. */
function watch(lambdaWorld: LambdaWorld, durationMs: number): string[] {
  const seen: string[] = [];
  for (let elapsed = 0; elapsed <= durationMs; elapsed += POLL_MS) {
    const statuses = lambdaWorld.lambdaInterfaces().map((eni) => eni.status);
    const picture = [lambdaWorld.latest().LastUpdateStatus, ...statuses].join(" ");
    if (picture !== seen.at(-1)) seen.push(picture);
    lambdaWorld.elapse(POLL_MS);
  }
  return seen;
}

describe("at the sandbox's default speed of 20", () => {
  it("an attach settles within 4 s, and a watcher sees each interface come and go", () => {
    const lambdaWorld = buildLambdaWorld({ speed: 20 });
    lambdaWorld.givenFunction();
    lambdaWorld.update({ VpcConfig: CONNECTION });
    expect(watch(lambdaWorld, 4000)).toEqual([
      "InProgress",
      "InProgress pending",
      "InProgress in-use",
      "InProgress in-use pending",
      "InProgress in-use in-use",
      "Successful in-use in-use",
    ]);
    lambdaWorld.update({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } });
    expect(watch(lambdaWorld, 70_000)).toEqual([
      "InProgress in-use in-use",
      "Successful in-use in-use",
      "Successful available available",
      "Successful",
    ]);
  });

  it("an attach to a connection that others have is seen in progress too", () => {
    const lambdaWorld = buildLambdaWorld({ speed: 20 });
    lambdaWorld.givenFunction({ FunctionName: "first", VpcConfig: CONNECTION });
    lambdaWorld.givenFunction();
    lambdaWorld.update({ VpcConfig: CONNECTION });
    expect(watch(lambdaWorld, 1000)).toEqual(["InProgress in-use in-use", "Successful in-use in-use"]);
  });
});
