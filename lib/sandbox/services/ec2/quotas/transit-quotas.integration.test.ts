import {
  CreateCustomerGatewayCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayRouteTableCommand,
  CreateVpnGatewayCommand,
} from "@aws-sdk/client-ec2";
import { describeQuotas, fill, type QuotaPlace } from "./describe-quotas.test-builder";

const customerGateway = (place: QuotaPlace, turn: number) =>
  place.ec2.send(
    new CreateCustomerGatewayCommand({
      Type: "ipsec.1",
      IpAddress: `203.0.113.${String(turn + 1)}`,
      BgpAsn: 65_000,
    }),
  );

describeQuotas("transit gateways and VPN", [
  {
    quota: "Virtual private gateways per Region",
    value: 5,
    error: "VpnGatewayLimitExceeded",
    prepare: async (place, value) => {
      await place.ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
      fill(place.region.transit.vpnGateways, value);
    },
    ask: (place) => place.ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" })),
  },
  {
    quota: "Customer gateways per Region",
    value: 50,
    error: "CustomerGatewayLimitExceeded",
    prepare: async (place, value) => {
      await customerGateway(place, 0);
      fill(place.region.transit.customerGateways, value);
    },
    ask: (place, turn) => customerGateway(place, turn + 1),
  },
  {
    quota: "Transit gateways per account",
    value: 5,
    code: "L-A2478D36",
    service: "ec2",
    error: "TransitGatewayLimitExceeded",
    prepare: async (place, value) => {
      await place.ec2.send(new CreateTransitGatewayCommand({}));
      fill(place.region.transit.gateways, value);
    },
    ask: (place) => place.ec2.send(new CreateTransitGatewayCommand({})),
  },
  {
    quota: "Route tables per transit gateway",
    value: 20,
    error: "TransitGatewayRouteTableLimitExceeded",
    prepare: async (place, value) => {
      await place.ec2.send(new CreateTransitGatewayCommand({}));
      await place.calls.pass(600);
      fill(place.region.transit.routeTables, value);
    },
    ask: (place) =>
      place.ec2.send(
        new CreateTransitGatewayRouteTableCommand({
          TransitGatewayId: place.region.transit.gateways[0]?.TransitGatewayId,
        }),
      ),
  },
]);
