import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";

const network = together(
  openVpc(1, {
    routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
    b: { eni: { Association: { PublicIp: "203.0.113.60" } } },
  }),
  openVpc(2),
  { InternetGateways: [anInternetGateway()] },
);
const to = (cidr: string) => ({ destination: { cidr } });

describe("somebody on the internet", () => {
  const source = { cidr: "8.8.4.4/32" };

  it.each([
    ["a public address that an interface has", "203.0.113.60/32", REACHABLE],
    ["a public address that nobody read has", "203.0.113.99/32", unknown("UNKNOWN_DESTINATION")],
    ["a private address, whoever has it", "10.1.2.10/32", unreachable("NO_POSSIBLE_DESTINATION")],
    ["a block of private addresses", "10.1.2.0/24", unreachable("NO_POSSIBLE_DESTINATION")],
    ["a block of public addresses", "203.0.113.0/24", unknown("UNKNOWN_DESTINATION")],
  ])("reaches or not %s", (_, cidr, answer) => {
    expect(ask(network, { source, ...to(cidr) })).toEqual(answer);
  });
});

describe("somebody in a network that was not read", () => {
  const source = { cidr: "192.168.7.7/32" };

  it("means who has the private address, in whichever VPC", () => {
    for (const n of [1, 2]) {
      const { verdict, codes } = ask(network, { source, ...to(`10.${n}.2.10/32`) });
      // No route leads back to 192.168.7.7, in the one or the other.
      expect(verdict).toBe("unreachable");
      expect(codes).not.toContain("UNKNOWN_DESTINATION");
    }
  });

  it("does not reach a block where it does not reach who is known to have one of its addresses", () => {
    const [one, block] = ["10.1.2.10/32", "10.1.2.0/24"].map((cidr) => ask(network, { source, ...to(cidr) }));
    expect(block?.verdict).toBe("unreachable");
    expect(block?.codes).toEqual(one?.codes);
  });

  it.each([["10.1.2.99/32"], ["10.9.9.9/32"], ["10.1.2.64/26"]])(
    "may mean what nobody read has: %s",
    (cidr) => {
      expect(ask(network, { source, ...to(cidr) })).toEqual(
        unknown("NOT_EVALUATED_ON_PREMISES", "UNKNOWN_DESTINATION"),
      );
    },
  );

  it("is told the same in a matrix", () => {
    const targets = ["10.1.2.10/32", "10.1.2.99/32"].map((cidr) => ({
      ...to(cidr),
      protocol: "tcp" as const,
      port: 443,
    }));
    expect(evaluateMatrix(networkWithout(network, []), [source], targets)).toEqual([
      ["unreachable", "unknown"],
    ]);
  });
});
