import { describe, expect, it } from "vitest";
import { answerOf, ask, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const OFFICE = { destination: { cidr: "192.168.7.7/32" } };
const routed = openVpc(1, { routes: [{ DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vgw-1" }] });
const BEYOND = unknown("NOT_EVALUATED_ON_PREMISES");
const attachedTo = (VpcAttachments: object[] | undefined) =>
  together(routed, { VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments }] });

describe("a VPN gateway", () => {
  it.each([
    ["is attached to the VPC", [{ VpcId: "vpc-1", State: "attached" }], BEYOND],
    ["is being detached", [{ VpcId: "vpc-1", State: "detaching" }], unreachable("BAD_STATE_ATTACHMENT")],
    [
      "is attached to another VPC",
      [{ VpcId: "vpc-2", State: "attached" }],
      unreachable("BAD_STATE_ATTACHMENT"),
    ],
    ["is attached to none", [], unreachable("BAD_STATE_ATTACHMENT")],
  ])("leads to what is not known, or nowhere, where it %s", (_, attachments, answer) => {
    expect(ask(attachedTo(attachments), OFFICE)).toEqual(answer);
  });

  it("leads to what is not known where it was not read", () => {
    expect(ask(routed, OFFICE, ["DescribeVpnGateways"])).toEqual(BEYOND);
  });
});

it("a reply from behind a VPN gateway must get into the sender's subnet, whatever way it takes", () => {
  const routes = [{ DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vgw-1" }];
  const lettingIn = (...entries: ReturnType<typeof anEntry>[]) =>
    ask(
      together(openVpc(1, { routes, a: { entries: [...entries, anEntry({ Egress: true })] } }), {
        VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: "vpc-1", State: "attached" }] }],
      }),
      OFFICE,
    );
  expect(lettingIn(anEntry({ CidrBlock: "192.168.0.0/16" }))).toEqual(BEYOND);
  expect(lettingIn(anEntry({ CidrBlock: "10.0.0.0/8" }))).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  expect(lettingIn()).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
});

describe("the connections of a VPN gateway", () => {
  const connection = (id: string, states: ("UP" | "DOWN")[] | undefined, own: object = {}) => ({
    VpnConnectionId: id,
    VpnGatewayId: "vgw-1",
    State: "available" as const,
    VgwTelemetry: states?.map((Status) => ({ Status })),
    ...own,
  });
  const down = connection("vpn-1", ["DOWN", "DOWN"]);
  const isNotedDown = (...VpnConnections: object[]) => {
    const network = together(attachedTo([{ VpcId: "vpc-1", State: "attached" }]), { VpnConnections });
    // Direct Connect may use the gateway too, so that this is never a block.
    expect(ask(network, OFFICE)).toEqual(BEYOND);
    const notes = answerOf(network, OFFICE).traces.flatMap(({ notEvaluated }) => notEvaluated);
    return notes.some(({ code, affectsVerdict }) => code === "BAD_STATE_VPN" && !affectsVerdict);
  };

  it.each([
    ["every tunnel of the only one is down", true, [down]],
    ["every tunnel of all is down", true, [down, connection("vpn-2", ["DOWN"])]],
    ["the others are deleted", true, [down, connection("vpn-2", ["UP"], { State: "deleted" })]],
    [
      "the others are another gateway's",
      true,
      [down, connection("vpn-2", ["UP"], { VpnGatewayId: "vgw-2" })],
    ],
    ["one tunnel is up", false, [connection("vpn-1", ["DOWN", "UP"])]],
    ["another one has a tunnel that is up", false, [down, connection("vpn-2", ["UP", "DOWN"])]],
    ["the tunnels were not recorded", false, [connection("vpn-1", undefined)]],
    ["no tunnel was recorded", false, [connection("vpn-1", [])]],
    ["there is none", false, []],
  ])("are told to be down or not where %s", (_, isDown, connections) => {
    expect(isNotedDown(...connections)).toBe(isDown);
  });
});
