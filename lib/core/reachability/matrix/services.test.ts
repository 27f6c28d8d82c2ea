import { expect, it } from "vitest";
import { aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { networkWithout } from "../testing/ask-network.test-builder";
import { evaluateMatrix } from "./evaluate-matrix";

it("a service is where the asker's own VPC has it", () => {
  const BOTH_ON = { EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } };
  const network = networkWithout(
    together(openVpc(1), openVpc(2), {
      VpcAttributes: ["vpc-1", "vpc-2"].map((VpcId) => ({ VpcId, ...BOTH_ON })),
      VpcEndpoints: [aVpcEndpoint({ SubnetIds: ["subnet-1b"], Groups: [{ GroupId: "sg-1" }] })],
    }),
    [],
  );
  const targets = ["secretsmanager", "sqs"].map((service) => ({
    destination: { service },
    protocol: "tcp" as const,
    port: 443,
  }));
  const sources = ["eni-1a", "eni-2a"].map((networkInterfaceId) => ({ networkInterfaceId }));
  expect(evaluateMatrix(network, sources, targets)).toEqual([
    ["reachable", "unreachable"],
    ["unreachable", "unreachable"],
  ]);
});
