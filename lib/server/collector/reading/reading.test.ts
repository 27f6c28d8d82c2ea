import { describe, expect, it } from "vitest";
import { createAwsClients } from "../../aws/aws-clients";
import { startReading } from "./reading";

const aws = createAwsClients({ mode: "sandbox", region: "eu-west-1", endpoint: "http://127.0.0.1:1" });
const CALL = { call: "DescribeVpcAttribute", service: "ec2", operation: "DescribeVpcAttribute" };

describe("a reading", () => {
  it("has no more than 24 requests of one call under way, however many turns AWS's rate would give", async () => {
    const reading = startReading({ aws, region: "eu-west-1", clock: { now: () => new Date() }, share: 0.85 });
    const begun = reading.begin(CALL, 40);
    let underWay = 0;
    let most = 0;
    let letGo: (() => void) | undefined;
    const stalled = new Promise<void>((resolve) => (letGo = resolve));
    const fetchPage = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await stalled;
      underWay -= 1;
      return { items: ["one"] };
    };
    const reads = Promise.all(Array.from({ length: 40 }, () => begun.pages(fetchPage)));
    // The bucket has room for all forty at once: only the bound keeps them back.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(most).toBe(24);
    letGo?.();
    expect((await reads).flat()).toHaveLength(40);
    expect(most).toBe(24);
    expect(begun.effort().requests).toBe(40);
  });
});
