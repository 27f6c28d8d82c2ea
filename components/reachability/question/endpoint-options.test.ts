import { describe, expect, it } from "vitest";
import { sourceSuggestions, targetSuggestions, type OfferedTarget } from "./endpoint-options";

const fn = (functionName: string, region: string, vpcName: string | null = null) => ({
  functionName,
  functionArn: `arn:aws:lambda:${region}:111122223333:function:${functionName}`,
  region,
  vpcName,
  vpcConfig: null,
});
const traffic = { protocol: "tcp" as const, port: 443 };
const targets: OfferedTarget[] = [
  { kind: "internet", label: "Internet", destination: { internet: true }, ...traffic, vpcId: null },
  {
    kind: "db-instance",
    label: "orders-db",
    destination: { dbInstanceIdentifier: "orders-db" },
    ...traffic,
    vpcId: "vpc-1",
  },
  { kind: "instance", label: "bastion", destination: { instanceId: "i-1" }, ...traffic, vpcId: "vpc-2" },
];

describe("what is offered", () => {
  it("names a function by its name, and by its ARN where several share the name", () => {
    const offered = sourceSuggestions(
      [fn("a", "eu-west-1", "prod"), fn("b", "eu-west-1"), fn("b", "eu-north-1")],
      [],
    );
    expect(offered).toEqual([
      { value: "function:a", label: "a", detail: "prod" },
      expect.objectContaining({ value: "function:arn:aws:lambda:eu-west-1:111122223333:function:b" }),
      expect.objectContaining({ value: "function:arn:aws:lambda:eu-north-1:111122223333:function:b" }),
    ]);
    expect(offered[1]?.detail).toContain("in no VPC, arn:aws:lambda:eu-west-1");
  });

  it("lets packets start at instances, and at no database", () => {
    expect(sourceSuggestions([], targets)).toEqual([
      { value: "i-1", label: "bastion", detail: "instance i-1" },
    ]);
  });

  it("says what a target is and where", () => {
    const nameOf = (vpcId: string) => (vpcId === "vpc-1" ? "prod-vpc" : null);
    expect(targetSuggestions(targets, nameOf)).toEqual([
      { value: "internet", label: "Internet", detail: "every public address" },
      { value: "db:orders-db", label: "orders-db", detail: "database in prod-vpc" },
      { value: "i-1", label: "bastion", detail: "instance in vpc-2" },
    ]);
  });
});
