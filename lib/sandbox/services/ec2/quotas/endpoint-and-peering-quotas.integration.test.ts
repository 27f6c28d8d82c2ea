import {
  AcceptVpcPeeringConnectionCommand,
  CreateManagedPrefixListCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  ModifyManagedPrefixListCommand,
} from "@aws-sdk/client-ec2";
import { describeQuotas, fill, type QuotaPlace } from "./describe-quotas.test-builder";

const endpoint = (place: QuotaPlace) =>
  place.ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: place.vpcId,
      VpcEndpointType: "Interface",
      ServiceName: "com.amazonaws.eu-west-1.sqs",
      PrivateDnsEnabled: false,
    }),
  );

/** A request to a VPC of somebody whom the sandbox does not know: nobody answers it. */
const peer = async (place: QuotaPlace, turn: number) => {
  const PeerVpcId = `vpc-0123456789abcde${String(turn).padStart(2, "0")}`;
  await place.ec2.send(
    new CreateVpcPeeringConnectionCommand({ VpcId: place.vpcId, PeerVpcId, PeerOwnerId: "999999999999" }),
  );
  // So that the next one counts it: an outstanding request is one that has arrived.
  for (const peering of place.region.vpcPeeringConnections) peering.Status = { Code: "pending-acceptance" };
};

const acceptPeer = async (place: QuotaPlace, CidrBlock: string) => {
  const VpcId = await place.calls.createVpc({ CidrBlock });
  const asked = await place.ec2.send(
    new CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId: place.vpcId }),
  );
  const VpcPeeringConnectionId = asked.VpcPeeringConnection?.VpcPeeringConnectionId;
  await place.calls.pass(10);
  await place.ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
  await place.calls.pass(10);
};

const prefixList = async (place: QuotaPlace, MaxEntries: number) => {
  const { PrefixList } = await place.ec2.send(
    new CreateManagedPrefixListCommand({ PrefixListName: "list", MaxEntries, AddressFamily: "IPv4" }),
  );
  await place.calls.pass(60);
  return PrefixList?.PrefixListId ?? "";
};

describeQuotas("endpoints, peerings and prefix lists", [
  {
    quota: "Gateway VPC endpoints per Region",
    value: 20,
    code: "L-1B52E74A",
    error: "VpcEndpointLimitExceeded",
    prepare: async (place, value) => {
      await place.ec2.send(
        new CreateVpcEndpointCommand({ VpcId: place.vpcId, ServiceName: "com.amazonaws.eu-west-1.s3" }),
      );
      fill(place.region.vpcEndpoints, value);
    },
    ask: (place) =>
      place.ec2.send(
        new CreateVpcEndpointCommand({ VpcId: place.vpcId, ServiceName: "com.amazonaws.eu-west-1.dynamodb" }),
      ),
  },
  {
    quota: "Interface VPC endpoints per VPC",
    value: 50,
    code: "L-29B6F2EB",
    error: "VpcEndpointLimitExceeded",
    prepare: async (place, value) => {
      await endpoint(place);
      fill(place.region.vpcEndpoints, value);
    },
    ask: (place) => endpoint(place),
  },
  {
    quota: "Outstanding VPC peering connection requests",
    value: 25,
    error: "OutstandingVpcPeeringConnectionLimitExceeded",
    prepare: async (place, value) => {
      await peer(place, 0);
      fill(place.region.vpcPeeringConnections, value);
    },
    ask: (place, turn) => peer(place, turn + 1),
  },
  {
    quota: "Active VPC peering connections per VPC",
    value: 50,
    code: "L-7E9ECCDB",
    error: "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
    prepare: async (place, value) => {
      await acceptPeer(place, "10.1.0.0/16");
      fill(place.region.vpcPeeringConnections, value);
    },
    ask: (place, turn) => acceptPeer(place, `10.${String(turn + 2)}.0.0/16`),
  },
  {
    quota: "Prefix lists per Region",
    value: 100,
    error: "PrefixListLimitExceeded",
    prepare: async (place, value) => {
      await prefixList(place, 10);
      fill(place.region.managedPrefixLists, value, (list) => list.OwnerId === place.accountId);
    },
    ask: (place) => prefixList(place, 10),
  },
  {
    quota: "Maximum entries per prefix list",
    value: 1000,
    error: "PrefixListMaxEntriesExceeded",
    prepare: async (place, value) => {
      const id = await prefixList(place, value);
      place.region.prefixListEntries[id] = Array.from({ length: value - 1 }, (_item, index) => ({
        Cidr: `10.${String(Math.floor(index / 256))}.${String(index % 256)}.0/24`,
      }));
    },
    ask: async (place, turn) => {
      const list = place.region.managedPrefixLists.at(-1);
      await place.ec2.send(
        new ModifyManagedPrefixListCommand({
          PrefixListId: list?.PrefixListId,
          CurrentVersion: list?.Version,
          AddEntries: [{ Cidr: `192.168.${String(turn)}.0/24` }],
        }),
      );
      await place.calls.pass(60);
    },
  },
]);
