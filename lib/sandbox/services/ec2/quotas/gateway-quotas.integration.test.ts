import {
  AllocateAddressCommand,
  CreateEgressOnlyInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
} from "@aws-sdk/client-ec2";
import { describeQuotas, fill } from "./describe-quotas.test-builder";

describeQuotas("route tables, gateways and addresses", [
  {
    quota: "Route tables per VPC",
    value: 200,
    code: "L-589F43AA",
    error: "RouteTableLimitExceeded",
    prepare: (place, value) => {
      fill(place.region.routeTables, value);
    },
    ask: (place) => place.ec2.send(new CreateRouteTableCommand({ VpcId: place.vpcId })),
  },
  {
    quota: "Routes per route table",
    value: 50,
    code: "L-93826ACB",
    error: "RouteLimitExceeded",
    prepare: async (place, value) => {
      const GatewayId = await place.calls.createGateway(place.vpcId);
      place.region.routeTables[0]?.Routes?.push(
        ...Array.from({ length: value - 1 }, (_item, index) => ({
          DestinationCidrBlock: `192.168.${String(index)}.0/24`,
          GatewayId,
          Origin: "CreateRoute" as const,
          State: "active" as const,
        })),
      );
    },
    ask: (place, turn) =>
      place.ec2.send(
        new CreateRouteCommand({
          RouteTableId: place.region.routeTables[0]?.RouteTableId,
          DestinationCidrBlock: `172.16.${String(turn)}.0/24`,
          GatewayId: place.region.internetGateways[0]?.InternetGatewayId,
        }),
      ),
  },
  {
    quota: "Internet gateways per Region",
    value: 5,
    code: "L-A4707A72",
    error: "InternetGatewayLimitExceeded",
    prepare: async (place, value) => {
      await place.calls.createGateway(place.vpcId);
      fill(place.region.internetGateways, value);
    },
    ask: (place) => place.ec2.send(new CreateInternetGatewayCommand({})),
  },
  {
    quota: "Egress-only internet gateways per Region",
    value: 5,
    code: "L-45FE3B85",
    error: "EgressOnlyInternetGatewayLimitExceeded",
    prepare: async (place, value) => {
      for (let made = 1; made < value - 1; made += 1) {
        const VpcId = await place.calls.createVpc({ CidrBlock: `10.${String(made)}.0.0/16` });
        await place.ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId }));
      }
      fill(place.region.egressOnlyInternetGateways, value);
    },
    ask: async (place, turn) => {
      const VpcId = turn === 0 ? place.vpcId : await place.calls.createVpc({ CidrBlock: "10.200.0.0/16" });
      return place.ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId }));
    },
  },
  {
    quota: "NAT gateways per Availability Zone",
    value: 5,
    code: "L-FE5A380F",
    error: "NatGatewayLimitExceeded",
    prepare: async (place, value) => {
      await place.ec2.send(
        new CreateNatGatewayCommand({ SubnetId: place.subnetId, ConnectivityType: "private" }),
      );
      fill(place.region.natGateways, value);
    },
    ask: (place) =>
      place.ec2.send(new CreateNatGatewayCommand({ SubnetId: place.subnetId, ConnectivityType: "private" })),
  },
  {
    quota: "Regional NAT gateways per VPC",
    value: 5,
    error: "NatGatewayLimitExceeded",
    prepare: async (place, value) => {
      await place.calls.createGateway(place.vpcId);
      await place.ec2.send(new CreateNatGatewayCommand({ AvailabilityMode: "regional", VpcId: place.vpcId }));
      fill(place.region.natGateways, value);
    },
    ask: (place) =>
      place.ec2.send(new CreateNatGatewayCommand({ AvailabilityMode: "regional", VpcId: place.vpcId })),
  },
  {
    quota: "Elastic IPs",
    value: 5,
    code: "L-0263D0A3",
    service: "ec2",
    error: "AddressLimitExceeded",
    prepare: async (place, value) => {
      await place.calls.allocate();
      fill(place.region.addresses, value);
    },
    ask: (place) => place.ec2.send(new AllocateAddressCommand({})),
  },
]);
