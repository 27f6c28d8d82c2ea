import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { HYBRID_ACCOUNTS } from "@/lib/sandbox/scenarios/hybrid/hybrid-accounts";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { collectSnapshot } from "../snapshots/collect-snapshot";
import { evaluateReachability } from "./evaluate-reachability";

withDatabase("questions across accounts and regions", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  let everything: string;
  let ownOnly: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "hybrid", speed: 1 });
    app = await startTestApp({
      database: database(),
      endpoint: sandbox.url,
      region: sandbox.region,
      credentials: sandbox.clientConfig("readOnly").credentials,
      readRole: { name: "mooring-read" },
      runsOperations: false,
    });
    ownOnly = await read([HYBRID_ACCOUNTS.workload]);
    everything = await read(Object.values(HYBRID_ACCOUNTS));
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  async function read(accountIds: string[]): Promise<string> {
    const regions = ["eu-west-1", "eu-central-1"];
    const { id } = await collectSnapshot(app.request(), { source: "live", accountIds, regions }, false);
    return id;
  }
  const ask = (snapshotId: string, functionName: string, asked: Pick<FlowQuestion, "destination" | "port">) =>
    evaluateReachability({
      ctx: app.request(),
      input: { snapshotId, source: { functionName }, protocol: "tcp", ...asked },
    });
  const internet = { destination: { internet: true as const }, port: 443 };
  const ordersDb = { destination: { dbInstanceIdentifier: "orders-db" }, port: 5432 };

  describe("where all accounts were read", () => {
    it("follow the way out through another account's NAT gateway, and its replies", async () => {
      const { verdict, traces } = await ask(everything, "orders-api", internet);
      expect(verdict).toBe("reachable");
      for (const { forward, return: back } of traces) {
        const kinds = (hops: typeof forward) => hops.map(({ kind }) => kind);
        expect(kinds(forward)).toContain("nat-gateway");
        expect(kinds(forward).filter((kind) => kind === "transit-gateway")).toHaveLength(1);
        expect(kinds(back).filter((kind) => kind === "transit-gateway")).toHaveLength(1);
      }
    });

    it("reach a database of another account, from another region as well", async () => {
      expect((await ask(everything, "orders-api", ordersDb)).verdict).toBe("reachable");
      const far = await ask(everything, "reporting-daily", ordersDb);
      expect(far.verdict).toBe("reachable");
      const gateways = far.traces[0]?.forward.filter(({ kind }) => kind === "transit-gateway");
      expect(gateways).toHaveLength(2);
    });
  });

  it("are unknown where the account that routes was not read, and say so", async () => {
    const { verdict, traces } = await ask(ownOnly, "orders-api", internet);
    expect(verdict).toBe("unknown");
    const open = traces.flatMap(({ notEvaluated }) => notEvaluated.filter((gap) => gap.affectsVerdict));
    expect(open.map(({ code }) => code)).toContain("TGW_RTB_ROUTES_ARE_UNKNOWN");
  });
});
