import { afterAll, beforeAll } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { nameTag } from "@/lib/core/network/name-tag";
import { startTestApp, type TestApp, type TestAppOptions } from "@/lib/testing/start-test-app";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { evaluateReachability } from "../evaluate-reachability";
import { evaluateReachabilityMatrix } from "../evaluate-reachability-matrix";
import { listReachedBy } from "../list-reached-by";
import { listReaches } from "../list-reaches";
import { listTargets } from "../targets/list-targets";
import { listWays } from "../list-ways";
import { scriptFor } from "./script-for.test-builder";

/** The paths of the API that say what reaches what, asked of the scenario `demo`, which is read before the tests. */
export function demoReachability(database: () => TestAppOptions["database"]) {
  let sandbox: TestSandbox;
  let app: TestApp;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    await app.collect();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });
  const server = () => app.request();
  return {
    server,
    sandbox: () => sandbox,
    vpcId: (name: string) => sandbox.regionWorld().vpcs.find((one) => nameTag(one) === name)?.VpcId ?? "",
    single: scriptFor(
      endpoints.evaluateReachability,
      ({ ctx, body }) => evaluateReachability({ ctx, input: body }),
      server,
    ),
    matrix: scriptFor(
      endpoints.evaluateReachabilityMatrix,
      ({ ctx, body }) => evaluateReachabilityMatrix({ ctx, input: body }),
      server,
    ),
    reachedBy: scriptFor(
      endpoints.listReachedBy,
      ({ ctx, body }) => listReachedBy({ ctx, input: body }),
      server,
    ),
    reaches: scriptFor(endpoints.listReaches, ({ ctx, query }) => listReaches({ ctx, input: query }), server),
    ways: scriptFor(endpoints.listWays, ({ ctx, query }) => listWays({ ctx, input: query }), server),
    targets: scriptFor(endpoints.listTargets, ({ ctx, query }) => listTargets({ ctx, input: query }), server),
  };
}
