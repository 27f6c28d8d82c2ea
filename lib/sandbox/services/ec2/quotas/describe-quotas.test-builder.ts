import type { EC2Client } from "@aws-sdk/client-ec2";
import { GetServiceQuotaCommand, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import type { RegionWorld } from "../../../world/world";
import { networkCalls, type NetworkCalls } from "../vpcs/network.test-builder";

/** An account with one VPC that has one subnet. */
export interface QuotaPlace {
  calls: NetworkCalls;
  ec2: EC2Client;
  accountId: string;
  region: RegionWorld;
  vpcId: string;
  subnetId: string;
}

export interface Quota {
  quota: string;
  value: number;
  error: string;
  /** The quota's code in Service Quotas, which must name the same value. */
  code?: string;
  service?: "vpc" | "ec2";
  /** Brings the world to one short of the quota. What is slow to make is copied in the world. */
  prepare: (place: QuotaPlace, value: number) => void | Promise<void>;
  /** Asks for one more. `turn` is 0 for the last one that has room, 1 for the one too many. */
  ask: (place: QuotaPlace, turn: number) => Promise<unknown>;
}

/** Adds copies of the last item that counts until so many do as leave room for one more. */
export function fill<T>(list: T[], quota: number, counts: (item: T) => boolean = () => true): void {
  const present = list.filter(counts);
  const last = present.at(-1);
  if (last === undefined) throw new Error("Nothing to copy.");
  for (let made = present.length; made < quota - 1; made += 1) list.push(structuredClone(last));
}

async function makePlace(sandbox: TestSandbox): Promise<QuotaPlace> {
  await sandbox.control("POST", "reset", { scenario: "empty" });
  const calls = networkCalls(sandbox, sandbox.region);
  const region = sandbox.regionWorld();
  const vpcId = await calls.createVpc();
  const subnetId = await calls.createSubnet(vpcId, "10.0.0.0/24");
  return { calls, ec2: calls.ec2, accountId: sandbox.world.homeAccountId, region, vpcId, subnetId };
}

/** Of each quota: Service Quotas tells it, the last one that it has room for is made, and one more is refused. */
export function describeQuotas(subject: string, quotas: readonly Quota[]): void {
  describe(`the last of ${subject} that a quota has room for is made, and one more is refused`, () => {
    let sandbox: TestSandbox;
    let place: QuotaPlace;
    beforeAll(async () => {
      sandbox = await startSandbox({ scenario: "empty" });
    });
    afterAll(() => sandbox.close());
    beforeEach(async () => {
      place = await makePlace(sandbox);
    });

    it.each(quotas)("$quota: $value", async ({ value, code, service = "vpc", error, prepare, ask }) => {
      if (code !== undefined) {
        const asked = new ServiceQuotasClient(sandbox.clientConfig());
        const { Quota: said } = await asked.send(
          new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code }),
        );
        expect(said?.Value).toBe(value);
      }
      await prepare(place, value);
      await ask(place, 0);
      await expect(ask(place, 1)).rejects.toMatchObject({ name: error });
    });
  });
}
