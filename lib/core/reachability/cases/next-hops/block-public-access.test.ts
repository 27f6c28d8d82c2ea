import { expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { ACCOUNT_ID, REGION } from "@/lib/testing/builders/snapshot";
import { ask, REACHABLE, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

type Mode = "off" | "block-ingress" | "block-bidirectional";
const OUT = { destination: { cidr: "8.8.8.8/32" } };
const IN = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1a" } };
const BLOCKED = unreachable("VPC_BLOCK_PUBLIC_ACCESS_ENABLED");

// The value in effect, whatever the account's. Source: EC2 API, BlockPublicAccessStates.
it.each([
  [undefined, undefined, "block-bidirectional", BLOCKED, BLOCKED],
  ["off", undefined, "block-bidirectional", REACHABLE, REACHABLE],
  ["block-bidirectional", "off", "block-bidirectional", REACHABLE, REACHABLE],
  ["off", "block-bidirectional", "off", BLOCKED, BLOCKED],
  ["off", "block-ingress", "off", BLOCKED, BLOCKED],
] as const)("Block Public Access is %s of a VPC, %s of its subnet, where the account says %s", (...args) => {
  const [ofVpc, ofSubnet, ofAccount, out, into] = args;
  const states = (mode: Mode | undefined) =>
    mode === undefined ? {} : { BlockPublicAccessStates: { InternetGatewayBlockMode: mode } };
  const network = together(
    openVpc(1, {
      vpc: states(ofVpc),
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      a: { subnet: states(ofSubnet), eni: { Association: { PublicIp: "203.0.113.50" } } },
    }),
    {
      InternetGateways: [anInternetGateway()],
      VpcBlockPublicAccessOptions: [
        { AwsAccountId: ACCOUNT_ID, AwsRegion: REGION, InternetGatewayBlockMode: ofAccount },
      ],
    },
  );
  expect(ask(network, OUT)).toEqual(out);
  expect(ask(network, IN)).toEqual(into);
});

it("an exclusion of the receiver's subnet lets the internet in to it alone", () => {
  const network = (excluded: string) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      {
        InternetGateways: [anInternetGateway()],
        VpcBlockPublicAccessOptions: [
          { AwsAccountId: ACCOUNT_ID, AwsRegion: REGION, InternetGatewayBlockMode: "block-bidirectional" },
        ],
        VpcBlockPublicAccessExclusions: [
          {
            ExclusionId: "vpcbpa-exclude-1",
            InternetGatewayExclusionMode: "allow-bidirectional",
            ResourceArn: `arn:aws:ec2:${REGION}:${ACCOUNT_ID}:subnet/${excluded}`,
            State: "create-complete",
          },
        ],
      },
    );
  expect(ask(network("subnet-1a"), IN)).toEqual(REACHABLE);
  expect(ask(network("subnet-1b"), IN)).toEqual(BLOCKED);
});
