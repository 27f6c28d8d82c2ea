import { describe, expect, it } from "vitest";
import { answerOf, ask, REACHABLE } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { deniesAll } from "./explain-policy";

const DENY = { Effect: "Deny", Action: "*", Resource: "*", Principal: "*" };
const ALLOW = { Effect: "Allow", Action: "*", Resource: "*", Principal: "*" };
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("an endpoint's policy", () => {
  it.each([
    ["allows all", policy(ALLOW), false],
    ["allows something", policy({ ...ALLOW, Resource: "arn:aws:s3:::orders/*" }), false],
    ["has a single statement that allows", JSON.stringify({ Statement: ALLOW }), false],
    ["has no statement", policy(), true],
    ["has only denials", policy({ ...DENY, Action: "s3:DeleteObject" }), true],
    ["denies everything beside what it allows", policy(ALLOW, DENY), true],
    ["denies everything by lists", policy(ALLOW, { ...DENY, Action: ["*"], Resource: ["*"] }), true],
    ["denies everything to every account", policy(ALLOW, { ...DENY, Principal: { AWS: "*" } }), true],
    [
      "denies everything to every account of a list",
      policy(ALLOW, { ...DENY, Principal: { AWS: ["*"] } }),
      true,
    ],
    ["denies some actions", policy(ALLOW, { ...DENY, Action: "s3:*" }), false],
    ["denies all but some actions", policy(ALLOW, { ...DENY, Action: undefined, NotAction: "s3:*" }), false],
    ["denies some resources", policy(ALLOW, { ...DENY, Resource: "arn:aws:s3:::secret" }), false],
    ["denies one account", policy(ALLOW, { ...DENY, Principal: { AWS: "111122223333" } }), false],
    ["denies under a condition", policy(ALLOW, { ...DENY, Condition: { Bool: {} } }), false],
    ["cannot be read", "{", false],
    ["is no object", '"all"', true],
  ])("that %s denies all or not", (_, document, isDenied) => {
    expect(deniesAll(document)).toBe(isDenied);
  });

  const network = (PolicyDocument: string | undefined) =>
    together(openVpc(1, { routes: [{ DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" }] }), {
      PrefixLists: [{ PrefixListId: "pl-s3", Cidrs: ["52.216.0.0/15"] }],
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-s3",
          VpcEndpointType: "Gateway",
          VpcId: "vpc-1",
          ServiceName: "com.amazonaws.eu-west-1.s3",
          State: "Available",
          PolicyDocument,
        },
      ],
    });

  it.each([
    [policy(DENY), ["ENDPOINT_POLICY_DENIES"]],
    [policy(ALLOW), []],
    [undefined, []],
  ])("is told of and stops no packet: %s", (document, codes) => {
    const asked = { destination: { cidr: "52.216.8.7/32" } };
    expect(ask(network(document), asked)).toEqual(REACHABLE);
    const told = answerOf(network(document), asked).traces.flatMap(({ explanations }) => explanations);
    expect(told.map(({ code, effect }) => ({ code, effect }))).toEqual(
      codes.map((code) => ({ code, effect: "authorization" })),
    );
  });
});
