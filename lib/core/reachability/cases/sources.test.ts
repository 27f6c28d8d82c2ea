import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { aReservation } from "@/lib/testing/builders/destinations";
import { ask, mixed, REACHABLE, unreachable } from "./ask-codes.test-builder";
import { openVpc, together } from "./open-vpc.test-builder";

describe("a stopped instance", () => {
  const attached = (letter: "a" | "b") => ({
    eni: { Attachment: { InstanceId: `i-${letter}`, DeviceIndex: 0, Status: "attached" as const } },
  });
  const network = (a: "running" | "stopped", b: "running" | "stopped") =>
    together(openVpc(1, { a: attached("a"), b: attached("b") }), {
      Reservations: [
        aReservation({ InstanceId: "i-a", State: { Name: a } }),
        aReservation({ InstanceId: "i-b", State: { Name: b } }),
      ],
    });

  it.each([
    ["by its id", { instanceId: "i-a" }, { instanceId: "i-b" }],
    ["by its interface", { networkInterfaceId: "eni-1a" }, { networkInterfaceId: "eni-1b" }],
    ["by its address", { cidr: "10.1.1.10/32" }, { cidr: "10.1.2.10/32" }],
  ])("neither sends nor accepts, asked for %s", (_, source, destination) => {
    expect(ask(network("running", "running"), { source, destination })).toEqual(REACHABLE);
    expect(ask(network("stopped", "running"), { source, destination })).toEqual(unreachable("BAD_STATE"));
    expect(ask(network("running", "stopped"), { source, destination })).toEqual(unreachable("BAD_STATE"));
  });
});

describe("a function that is asked about all protocols", () => {
  const asked = { protocol: "all", destination: { networkInterfaceId: "eni-1b" } } as const;

  it("sends TCP and UDP only, attached or about to be", () => {
    const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
    expect(ask(openVpc(1), { ...asked, source: { connection } })).toEqual(mixed("PROTOCOL_RESTRICTION"));
    const VpcConfig = { VpcId: "vpc-1", SubnetIds: ["subnet-1a"], SecurityGroupIds: ["sg-1"] };
    const network = together(openVpc(1), { Functions: [aFunction({ VpcConfig })] });
    expect(ask(network, { ...asked, source: { functionName: "orders" } })).toEqual(
      mixed("PROTOCOL_RESTRICTION"),
    );
  });

  it("does so too where it is in no VPC", () => {
    const network = { Functions: [aFunction({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } })] };
    const answer = ask(network, {
      protocol: "all",
      source: { functionName: "orders" },
      destination: { internet: true },
    });
    expect(answer).toEqual(mixed("PROTOCOL_RESTRICTION"));
  });
});
