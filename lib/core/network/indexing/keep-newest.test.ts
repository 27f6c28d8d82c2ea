import { describe, expect, it } from "vitest";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aCapture, CAPTURED_AT } from "@/lib/testing/builders/snapshot";
import { aSecurityGroup, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";
import type { Network } from "../network";
import type { Capture } from "../snapshot";

const LATER = "2026-01-02T03:04:05.5Z";
/** The same moment as the builders' in another spelling. */
const SAME = "2026-01-02T04:04:05+01:00";

/** What a network of these says, if it says the same in both orders. */
function eitherWay<Value>(captures: readonly [Capture, Capture], read: (network: Network) => Value): Value {
  const [one, other] = captures;
  const value = read(buildNetwork({ captures: [one, other] }));
  expect(read(buildNetwork({ captures: [other, one] }))).toEqual(value);
  return value;
}

const vpcs = (CidrBlock: string, capturedAt: string, region = "eu-west-1") =>
  aCapture({ Vpcs: [aVpc({ CidrBlock })] }, { capturedAt, region });

describe("of several readings of one resource", () => {
  it("the later one counts, whichever came first", () => {
    const captures = [vpcs("10.9.0.0/16", CAPTURED_AT), vpcs("10.0.0.0/16", LATER)] as const;
    expect(eitherWay(captures, ({ vpcs: index }) => index.get("vpc-1")?.resource.CidrBlock)).toBe(
      "10.0.0.0/16",
    );
  });

  it("one whose moment cannot be read counts as the oldest", () => {
    const captures = [vpcs("10.9.0.0/16", "yesterday"), vpcs("10.0.0.0/16", CAPTURED_AT)] as const;
    expect(eitherWay(captures, ({ vpcs: index }) => index.get("vpc-1")?.resource.CidrBlock)).toBe(
      "10.0.0.0/16",
    );
  });

  it("of the same moment the same one counts, whichever came first", () => {
    const captures = [vpcs("10.9.0.0/16", CAPTURED_AT), vpcs("10.0.0.0/16", SAME)] as const;
    expect(eitherWay(captures, ({ vpcs: index }) => index.get("vpc-1")?.resource.CidrBlock)).toBe(
      "10.9.0.0/16",
    );
  });

  it("that say the same, the same place counts, whichever came first", () => {
    const captures = [
      vpcs("10.0.0.0/16", CAPTURED_AT),
      vpcs("10.0.0.0/16", CAPTURED_AT, "us-east-1"),
    ] as const;
    expect(eitherWay(captures, ({ vpcs: index }) => index.get("vpc-1")?.region)).toBe("us-east-1");
  });

  it("what came in parts is taken whole from one of them", () => {
    const entries = (Cidr: string) => ({ PrefixListId: "pl-1", Entries: [{ Cidr }] });
    const captures = [
      aCapture({ ManagedPrefixListEntries: [entries("10.0.0.0/8"), entries("10.1.0.0/16")] }),
      aCapture({ ManagedPrefixListEntries: [entries("10.2.0.0/16")] }, { capturedAt: LATER }),
    ] as const;
    const read = ({ managedPrefixListEntries }: Network) => managedPrefixListEntries.get("pl-1")?.resource;
    expect(eitherWay(captures, read)).toEqual(entries("10.2.0.0/16"));
  });

  it("functions, their versions and instances follow the same rule", () => {
    const reading = (Handler: string, InstanceType: "t4g.small" | "t4g.large", capturedAt: string) =>
      aCapture(
        {
          Functions: [
            aFunction({ Handler }),
            aFunction({ Handler, Version: "1", FunctionArn: `${functionArn("orders")}:1` }),
          ],
          Reservations: [aReservation({ InstanceType })],
          SecurityGroups: [aSecurityGroup()],
        },
        { capturedAt },
      );
    const captures = [reading("old", "t4g.small", CAPTURED_AT), reading("new", "t4g.large", LATER)] as const;
    const read = ({ functions, functionVersions, instances }: Network) => [
      ...[...functions.values(), ...functionVersions.values()].map(({ resource }) => resource.Handler),
      instances.get("i-1")?.resource.InstanceType,
    ];
    expect(eitherWay(captures, read)).toEqual(["new", "new", "t4g.large"]);
  });
});
