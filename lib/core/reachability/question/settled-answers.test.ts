import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { answerOf, ask, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" } };
const traceOf = (...question: Parameters<typeof answerOf>) => answerOf(...question).traces[0];

describe("an answer where nothing is sent", () => {
  const NOTHING = { forward: [], return: [], notEvaluated: [], allowed: [] };

  it("names the subnet and the interface of a sender without an address of the family", () => {
    const network = openVpc(1, { a: { eni: { Ipv6Addresses: [] } } });
    expect(traceOf(network, { destination: { cidr: "2600:1f18:100:2::10/128" } })).toEqual({
      ...NOTHING,
      subnetId: "subnet-1a",
      networkInterfaceId: "eni-1a",
      verdict: "unreachable",
      explanations: [
        {
          code: "UNASSOCIATED_COMPONENT",
          direction: "forward",
          effect: "connectivity",
          resourceId: "subnet-1a",
          message: "The source has no IPv6 address.",
        },
      ],
    });
  });

  it("names what is in no VPC, and no subnet", () => {
    const gone = { InstanceId: "i-gone", State: { Name: "terminated" as const } };
    const network = together(openVpc(1), { Reservations: [{ ReservationId: "r-1", Instances: [gone] }] });
    expect(traceOf(network, { ...B, source: { instanceId: "i-gone" } })).toMatchObject({
      ...NOTHING,
      subnetId: null,
      verdict: "unreachable",
      explanations: [{ code: "UNASSOCIATED_COMPONENT", resourceId: "i-gone" }],
    });
  });
});

describe("an answer for a function in no VPC", () => {
  const network = together(openVpc(1), { Functions: [aFunction({ VpcConfig: undefined })] });
  const source = { functionName: "orders" };

  it("shows the internet by Lambda's own network, which is noted of every answer", () => {
    const asked = { source, destination: { internet: true as const } };
    expect(traceOf(network, asked)).toMatchObject({
      verdict: "reachable",
      forward: [{ kind: "internet", resourceId: "internet", detail: "by Lambda's own network" }],
      return: [],
      explanations: [],
      notEvaluated: [{ code: "NOT_ATTACHED_TO_A_VPC", affectsVerdict: false }],
    });
    const inside = traceOf(network, { ...asked, ...B });
    expect(inside).toMatchObject({ forward: [], notEvaluated: [{ code: "NOT_ATTACHED_TO_A_VPC" }] });
  });

  it.each([6, 17, "tcp", "udp"] as const)("sends protocol %s", (protocol) => {
    expect(ask(network, { source, destination: { internet: true }, protocol }).verdict).toBe("reachable");
  });

  it("tells why by all protocols too: nothing of what it may send gets into a VPC", () => {
    const asked = { source, ...B, protocol: "all" as const };
    expect(ask(network, asked).verdict).toBe("unreachable");
    const toFunction = { source, destination: { functionName: "orders" } };
    expect(ask(network, toFunction)).toEqual(unreachable("LAMBDA_ACCEPTS_NO_INBOUND"));
  });
});
