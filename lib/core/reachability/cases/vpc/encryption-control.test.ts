import { describe, expect, it } from "vitest";
import { anInternetGateway, aPeeringConnection } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const ENFORCED = { Mode: "enforce", State: "available" } as const;
const MONITORED = { Mode: "monitor", State: "available" } as const;
const STARTING = { Mode: "enforce", State: "enforce-in-progress" } as const;
const excluding = (kind: "VpcPeering" | "InternetGateway", State: "enabled" | "disabled" = "enabled") => ({
  ...ENFORCED,
  ResourceExclusions: { [kind]: { State } },
});
const BLOCKED = unreachable("VPC_ENCRYPTION_CONTROL_ENFORCED");

describe("a peering connection under encryption control", () => {
  const peered = (left: object, right: object) =>
    together(
      openVpc(1, {
        vpc: left,
        routes: [{ DestinationCidrBlock: "10.2.0.0/16", VpcPeeringConnectionId: "pcx-1" }],
      }),
      openVpc(2, {
        vpc: right,
        routes: [{ DestinationCidrBlock: "10.1.0.0/16", VpcPeeringConnectionId: "pcx-1" }],
      }),
      { VpcPeeringConnections: [aPeeringConnection()] },
    );
  const asked = { destination: { cidr: "10.2.1.10/32" } };

  it.each([
    ["nobody", {}, {}, REACHABLE],
    ["the sender's VPC alone", { EncryptionControl: ENFORCED }, {}, BLOCKED],
    ["the receiver's VPC alone", {}, { EncryptionControl: ENFORCED }, BLOCKED],
    [
      "the sender's VPC, while the other only monitors",
      { EncryptionControl: ENFORCED },
      { EncryptionControl: MONITORED },
      BLOCKED,
    ],
    ["one VPC, with an exclusion for peering", { EncryptionControl: excluding("VpcPeering") }, {}, REACHABLE],
    [
      "one VPC, with an exclusion that is off",
      { EncryptionControl: excluding("VpcPeering", "disabled") },
      {},
      BLOCKED,
    ],
    [
      "one VPC, with an exclusion for another gateway",
      { EncryptionControl: excluding("InternetGateway") },
      {},
      BLOCKED,
    ],
    ["both VPCs", { EncryptionControl: ENFORCED }, { EncryptionControl: ENFORCED }, REACHABLE],
    ["one VPC, not yet in force", { EncryptionControl: STARTING }, {}, REACHABLE],
    ["one VPC, of which no state was recorded,", { EncryptionControl: { Mode: "enforce" } }, {}, BLOCKED],
  ])("is judged where %s enforces it", (_, left, right, answer) => {
    expect(ask(peered(left, right), asked)).toEqual(answer);
  });

  it("is not judged where the other VPC was not read", () => {
    const { VpcPeeringConnections = [], ...rest } = together(
      openVpc(1, {
        vpc: { EncryptionControl: ENFORCED },
        routes: [{ DestinationCidrBlock: "10.2.0.0/16", VpcPeeringConnectionId: "pcx-1" }],
      }),
      {
        VpcPeeringConnections: [
          aPeeringConnection({ AccepterVpcInfo: { VpcId: "vpc-2", CidrBlock: "10.2.0.0/16" } }),
        ],
      },
    );
    expect(ask({ ...rest, VpcPeeringConnections }, asked)).toEqual(unknown("UNKNOWN_DESTINATION"));
  });
});

describe("an internet gateway under encryption control", () => {
  const open = (vpc: object) =>
    together(
      openVpc(1, {
        vpc,
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      { InternetGateways: [anInternetGateway()] },
    );

  it.each([
    ["enforced", { EncryptionControl: ENFORCED }, BLOCKED],
    ["enforced with an exclusion", { EncryptionControl: excluding("InternetGateway") }, REACHABLE],
    ["monitored", { EncryptionControl: MONITORED }, REACHABLE],
  ])("that is %s is judged alike out and in", (_, vpc, answer) => {
    const inwards = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1a" } };
    expect(ask(open(vpc), { destination: { cidr: "8.8.4.4/32" } })).toEqual(answer);
    expect(ask(open(vpc), inwards)).toEqual(answer);
    // Its reply is stopped by the same gateway; what came in was too.
    const stops = answerOf(open(vpc), inwards).traces.flatMap(({ explanations }) => explanations);
    expect(stops.some(({ direction }) => direction === "forward")).toBe(answer === BLOCKED);
  });
});

describe("a Gateway Load Balancer endpoint under encryption control", () => {
  const behind = (vpc: object) =>
    together(
      openVpc(1, {
        vpc,
        a: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "vpce-1" }] },
      }),
      {
        VpcEndpoints: [
          {
            VpcEndpointId: "vpce-1",
            VpcEndpointType: "GatewayLoadBalancer",
            VpcId: "vpc-1",
            State: "Available",
            SubnetIds: ["subnet-1b"],
          },
        ],
      },
    );
  const asked = { destination: { cidr: "8.8.8.8/32" } };

  it("cannot be had where it is enforced, whatever is excluded", () => {
    expect(ask(behind({ EncryptionControl: excluding("InternetGateway") }), asked)).toEqual(BLOCKED);
    expect(ask(behind({ EncryptionControl: MONITORED }), asked)).toEqual(
      unknown("PATH_THROUGH_GWLB_NOT_CHECKED"),
    );
  });
});

describe("encryption control that its own call alone tells of", () => {
  const told = (...VpcIds: string[]) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      {
        InternetGateways: [anInternetGateway()],
        VpcEncryptionControls: VpcIds.map((VpcId) => ({
          VpcEncryptionControlId: `vpcec-${VpcId}`,
          VpcId,
          ...ENFORCED,
        })),
      },
    );

  it("counts for its own VPC", () => {
    const asked = { destination: { cidr: "8.8.8.8/32" } };
    expect(ask(told("vpc-2", "vpc-1"), asked)).toEqual(BLOCKED);
    expect(ask(told("vpc-2", "vpc-3"), asked)).toEqual(REACHABLE);
  });
});
