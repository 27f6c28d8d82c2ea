import { z } from "zod";
import type { Sandbox } from "../server/sandbox";
import { announceNetworks } from "../services/ec2-vpn/connections/announce-networks";
import { getRegionWorld } from "../world/find-account";
import type { RegionWorld } from "../world/world";
import type { Control } from "./control";

const place = { accountId: z.string().optional(), region: z.string().optional() };

const deviceInput = z.strictObject({
  ...place,
  vpnConnectionId: z.string(),
  tunnels: z.tuple([z.enum(["UP", "DOWN"]), z.enum(["UP", "DOWN"])]),
  announcedCidrs: z.array(z.string()).max(100).optional(),
});

const shareInput = z.strictObject({
  ...place,
  transitGatewayId: z.string(),
  accountIds: z.array(z.string()).max(100),
});

const insightsInput = z.strictObject({
  ...place,
  source: z.string(),
  destination: z.string(),
  protocol: z.enum(["tcp", "udp"]),
  destinationPort: z.number().int().min(0).max(65_535).optional(),
  answer: z.strictObject({
    NetworkPathFound: z.boolean(),
    ForwardPathComponents: z.array(z.looseObject({})).optional(),
    ReturnPathComponents: z.array(z.looseObject({})).optional(),
    Explanations: z.array(z.looseObject({ ExplanationCode: z.string() })).optional(),
    AlternatePathHints: z.array(z.looseObject({})).optional(),
    SuggestedAccounts: z.array(z.string()).optional(),
    WarningMessage: z.string().optional(),
  }),
});

/** Throws RangeError for an account that does not exist. */
function findPlace(
  { world }: Sandbox,
  input: { accountId?: string | undefined; region?: string | undefined },
): RegionWorld {
  const accountId = input.accountId ?? world.homeAccountId;
  if (!Object.hasOwn(world.accounts, accountId)) throw new RangeError(`There is no account ${accountId}.`);
  return getRegionWorld(world, accountId, input.region ?? "eu-west-1");
}

/** What happens outside EC2's API and changes what it answers: devices of others, and shares between accounts. */
export const outsideControls: Readonly<Record<string, Control>> = {
  "POST /_sandbox/vpn-device": (sandbox, body) => {
    const input = deviceInput.parse(body);
    const connection = announceNetworks(findPlace(sandbox, input), input, sandbox.clock.now());
    return {
      status: 200,
      body: { vpnConnectionId: input.vpnConnectionId, tunnels: connection.VgwTelemetry },
    };
  },
  "POST /_sandbox/transit-share": (sandbox, body) => {
    const { transitGatewayId, accountIds, ...where } = shareInput.parse(body);
    const { transit } = findPlace(sandbox, where);
    if (!transit.gateways.some((gateway) => gateway.TransitGatewayId === transitGatewayId)) {
      throw new RangeError(`There is no transit gateway ${transitGatewayId}.`);
    }
    transit.sharedWith[transitGatewayId] = accountIds;
    return { status: 200, body: { transitGatewayId, accountIds } };
  },
  "POST /_sandbox/insights-result": (sandbox, body) => {
    const { accountId, region, ...result } = insightsInput.parse(body);
    const { transit } = findPlace(sandbox, { accountId, region });
    transit.insightsResults.unshift(result);
    return { status: 200, body: { declared: transit.insightsResults.length } };
  },
};
