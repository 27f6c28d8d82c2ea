import { describe, expect, it } from "vitest";
import { aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { answerOf } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const own = together(openVpc(1), {
  VpcEndpoints: [
    aVpcEndpoint({ ServiceName: "com.amazonaws.eu-west-1.newborn" }),
    { VpcEndpointId: "vpce-2" },
  ],
  PrefixLists: [{ PrefixListId: "pl-1", PrefixListName: "com.amazonaws.eu-west-1.listed" }],
});

describe("a service's name", () => {
  it.each([
    ["s3"],
    ["ecr.api"],
    ["api.ecr"],
    ["iam"],
    ["kms-fips"],
    ["com.amazonaws.eu-west-1.secretsmanager"],
    ["newborn"],
    ["com.amazonaws.eu-west-1.newborn"],
    ["listed"],
  ])("may be %s", (service) => {
    expect(answerOf(own, { destination: { service } }).traces).toHaveLength(1);
  });

  it.each([["nosuch"], ["secretmanager"], ["born"], ["https://s3"], ["com.amazonaws.eu-west-1.nosuch"]])(
    "is refused where nobody has it, and never called reachable: %s",
    (service) => {
      expect(() => answerOf(own, { destination: { service } })).toThrow(
        expect.objectContaining({ code: "not-found", field: "destination.service" }),
      );
    },
  );
});
