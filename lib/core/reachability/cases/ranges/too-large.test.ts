import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import type { Resources } from "@/lib/core/network/resources";
import { evaluateMatrix } from "../../matrix/evaluate-matrix";
import { networkWithout } from "../../testing/ask-network.test-builder";
import { answerOf, ask, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc } from "../open-vpc.test-builder";

describe("a range that rules divide into more parts than are followed", () => {
  const destination = { cidr: "100.0.0.0/8" };
  const partners = Array.from({ length: 300 }, (_, n) => ({ CidrIp: `100.0.${n % 256}.${n}/32` }));
  const toPartners = (eni: object): Resources => ({
    ...openVpc(1, {
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      outbound: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: partners }],
      a: { eni },
    }),
    InternetGateways: [anInternetGateway()],
  });
  const isPublic = toPartners({ Association: { PublicIp: "3.3.3.3" } });
  const inMatrix = (resources: Resources) => {
    const targets = [{ destination, protocol: "tcp" as const, port: 443 }];
    return evaluateMatrix(networkWithout(resources, []), [{ networkInterfaceId: "eni-1a" }], targets)[0];
  };

  it("is not evaluated, and the answer says so on the way of one of its parts", () => {
    expect(ask(isPublic, { destination })).toEqual(unknown("NOT_EVALUATED_TOO_LARGE"));
    expect(inMatrix(isPublic)).toEqual(["unknown"]);
    const [trace] = answerOf(isPublic, { destination }).traces;
    expect(trace?.forward.map(({ resourceId }) => resourceId)).toContain("rtb-1");
  });

  it("needs no division where something stops all of it", () => {
    const isPrivate = toPartners({});
    const stopped = unreachable("ENI_SG_RULES_MISMATCH", "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
    expect(ask(isPrivate, { destination })).toEqual(stopped);
    expect(inMatrix(isPrivate)).toEqual(["unreachable"]);
  });
});
