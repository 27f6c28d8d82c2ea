import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HYBRID_ACCOUNTS } from "@/lib/sandbox/scenarios/hybrid/hybrid-accounts";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients, type AwsClients } from "../../aws/aws-clients";
import { createRegionReader, type ReadCall } from "./region-reader";

const MINUTE_MS = 60_000;
const NO_STATES = { known: new Map(), limits: { mostUnknown: 0, mostChanged: 0 } };

let sandbox: TestSandbox;
let aws: AwsClients;
beforeAll(async () => {
  // The sandbox, the SDK and Mooring are to agree on how late it is when hours pass; timers go on as they do.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  sandbox = await startSandbox({ scenario: "hybrid", speed: 1 });
  const { url: endpoint, region, credentials } = sandbox;
  const readRole = { name: "mooring-read" };
  aws = createAwsClients({ mode: "sandbox", region, endpoint, credentials, readRole });
});
afterAll(async () => {
  aws.destroy();
  await sandbox.close();
  vi.useRealTimers();
});

/** Reads an account by its role; `minutes` pass when its VPCs were read. */
async function readWhile(minutes: number) {
  await sandbox.control("DELETE", "calls");
  const reader = createRegionReader({ aws, clock: { now: () => new Date() } });
  const { coverage } = await reader.read(
    { accountId: HYBRID_ACCOUNTS.network, region: sandbox.region, states: NO_STATES },
    {
      onCall: ({ resourceKey }: ReadCall) => {
        if (resourceKey === "Vpcs") vi.setSystemTime(Date.now() + minutes * MINUTE_MS);
        return Promise.resolve();
      },
    },
  );
  const asked = JSON.stringify((await sandbox.control("GET", "calls"))["calls"]);
  return {
    gaps: coverage.filter(({ status }) => status === "failed"),
    assumed: asked.match(/"AssumeRole"/g)?.length,
  };
}

describe("the keys of a role, which last an hour", () => {
  it("are asked for once where a reading ends before", async () => {
    expect(await readWhile(10)).toEqual({ gaps: [], assumed: 1 });
  });

  it.each([
    ["that are about to expire", 57],
    ["that have expired", 90],
  ])("%s during a reading are renewed, once for all its calls", async (_when, minutes) => {
    expect(await readWhile(minutes)).toEqual({ gaps: [], assumed: 2 });
  });
});
