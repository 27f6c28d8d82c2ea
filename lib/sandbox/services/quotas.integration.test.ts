import type { EC2Client } from "@aws-sdk/client-ec2";
import {
  AcceptVpcPeeringConnectionCommand,
  AllocateAddressCommand,
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateCustomerGatewayCommand,
  CreateEgressOnlyInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateManagedPrefixListCommand,
  CreateNatGatewayCommand,
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  CreateNetworkInterfaceCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayRouteTableCommand,
  CreateVpcBlockPublicAccessExclusionCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  CreateVpnGatewayCommand,
  type IpPermission,
  ModifyManagedPrefixListCommand,
} from "@aws-sdk/client-ec2";
import { GetServiceQuotaCommand, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import type { RegionWorld } from "../world/world";
import { networkCalls, type NetworkCalls } from "./ec2/vpcs/network.test-builder";

let sandbox: TestSandbox;
let calls: NetworkCalls;
let ec2: EC2Client;
let region: RegionWorld;
let vpcId: string;
let subnetId: string;
let groupId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "reset", { scenario: "empty" });
  calls = networkCalls(sandbox, sandbox.region);
  ({ ec2 } = calls);
  region = sandbox.regionWorld();
  vpcId = await calls.createVpc();
  subnetId = await calls.createSubnet(vpcId, "10.0.0.0/24");
  groupId = region.securityGroups[0]?.GroupId ?? "";
});

/** Adds copies of the last item that counts until so many do as leave room for one more. */
function fill<T>(list: T[], quota: number, counts: (item: T) => boolean = () => true): void {
  const present = list.filter(counts);
  const last = present.at(-1);
  if (last === undefined) throw new Error("Nothing to copy.");
  for (let made = present.length; made < quota - 1; made += 1) list.push(structuredClone(last));
}

interface Quota {
  quota: string;
  value: number;
  error: string;
  /** The quota's code in Service Quotas, which must name the same value. */
  code?: string;
  service?: "vpc" | "ec2";
  /** Brings the world to one short of the quota. What is slow to make is copied in the world. */
  prepare: (value: number) => void | Promise<void>;
  /** Asks for one more. `turn` is 0 for the last one that has room, 1 for the one too many. */
  ask: (turn: number) => Promise<unknown>;
}

const permission = (from: number, member: "IpRanges" | "Ipv6Ranges"): IpPermission => ({
  IpProtocol: "tcp",
  FromPort: from,
  ToPort: from,
  ...(member === "IpRanges"
    ? { IpRanges: [{ CidrIp: "10.0.0.0/8" }] }
    : { Ipv6Ranges: [{ CidrIpv6: "::/0" }] }),
});

/** The rules of a new group in one direction and family: those that it is made with are taken away first. */
function rules(direction: "Ingress" | "Egress", member: "IpRanges" | "Ipv6Ranges"): Quota {
  const add = (IpPermissions: IpPermission[]) =>
    direction === "Ingress"
      ? ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions }))
      : ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId: groupId, IpPermissions }));
  return {
    quota: `${direction} rules per security group, ${member}`,
    value: 60,
    code: "L-0EA8095F",
    error: "RulesPerSecurityGroupLimitExceeded",
    prepare: async (value) => {
      region.securityGroupRules = [];
      await add(Array.from({ length: value - 1 }, (_item, index) => permission(1000 + index, member)));
    },
    ask: (turn) => add([permission(turn + 1, member)]),
  };
}

const QUOTAS: readonly Quota[] = [
  {
    quota: "VPCs per Region",
    value: 5,
    code: "L-F678F1CE",
    error: "VpcLimitExceeded",
    prepare: (value) => {
      fill(region.vpcs, value);
    },
    ask: () => ec2.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" })),
  },
  {
    quota: "Subnets per VPC",
    value: 200,
    code: "L-407747CB",
    error: "SubnetLimitExceeded",
    prepare: (value) => {
      fill(region.subnets, value);
    },
    ask: (turn) => calls.createSubnet(vpcId, `10.0.${String(turn + 1)}.0/24`),
  },
  {
    quota: "VPC security groups per Region",
    value: 2500,
    code: "L-E79EC296",
    error: "SecurityGroupLimitExceeded",
    prepare: (value) => {
      fill(region.securityGroups, value);
    },
    ask: (turn) =>
      ec2.send(
        new CreateSecurityGroupCommand({ VpcId: vpcId, GroupName: `g${String(turn)}`, Description: "d" }),
      ),
  },
  rules("Ingress", "IpRanges"),
  rules("Ingress", "Ipv6Ranges"),
  rules("Egress", "IpRanges"),
  rules("Egress", "Ipv6Ranges"),
  {
    quota: "Network ACLs per VPC",
    value: 200,
    code: "L-B4A6D682",
    error: "NetworkAclLimitExceeded",
    prepare: (value) => {
      fill(region.networkAcls, value);
    },
    ask: () => ec2.send(new CreateNetworkAclCommand({ VpcId: vpcId })),
  },
  {
    quota: "Rules per network ACL, in one direction, with AWS's own",
    value: 20,
    code: "L-2AEEBF1A",
    error: "NetworkAclEntryLimitExceeded",
    prepare: (value) => {
      fill(region.networkAcls[0]?.Entries ?? [], value, (entry) => entry.Egress === false);
    },
    ask: (turn) =>
      ec2.send(
        new CreateNetworkAclEntryCommand({
          NetworkAclId: region.networkAcls[0]?.NetworkAclId,
          RuleNumber: 500 + turn,
          Protocol: "-1",
          RuleAction: "allow",
          Egress: false,
          CidrBlock: "10.0.0.0/8",
        }),
      ),
  },
  {
    quota: "Network interfaces per Region",
    value: 5000,
    code: "L-DF5E4CA3",
    error: "NetworkInterfaceLimitExceeded",
    prepare: async (value) => {
      await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: subnetId }));
      fill(region.networkInterfaces, value);
    },
    ask: () => ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: subnetId })),
  },
  {
    quota: "Route tables per VPC",
    value: 200,
    code: "L-589F43AA",
    error: "RouteTableLimitExceeded",
    prepare: (value) => {
      fill(region.routeTables, value);
    },
    ask: () => ec2.send(new CreateRouteTableCommand({ VpcId: vpcId })),
  },
  {
    quota: "Routes per route table",
    value: 50,
    code: "L-93826ACB",
    error: "RouteLimitExceeded",
    prepare: async (value) => {
      const GatewayId = await calls.createGateway(vpcId);
      region.routeTables[0]?.Routes?.push(
        ...Array.from({ length: value - 1 }, (_item, index) => ({
          DestinationCidrBlock: `192.168.${String(index)}.0/24`,
          GatewayId,
          Origin: "CreateRoute" as const,
          State: "active" as const,
        })),
      );
    },
    ask: (turn) =>
      ec2.send(
        new CreateRouteCommand({
          RouteTableId: region.routeTables[0]?.RouteTableId,
          DestinationCidrBlock: `172.16.${String(turn)}.0/24`,
          GatewayId: region.internetGateways[0]?.InternetGatewayId,
        }),
      ),
  },
  {
    quota: "Internet gateways per Region",
    value: 5,
    code: "L-A4707A72",
    error: "InternetGatewayLimitExceeded",
    prepare: async (value) => {
      await calls.createGateway(vpcId);
      fill(region.internetGateways, value);
    },
    ask: () => ec2.send(new CreateInternetGatewayCommand({})),
  },
  {
    quota: "Egress-only internet gateways per Region",
    value: 5,
    code: "L-45FE3B85",
    error: "EgressOnlyInternetGatewayLimitExceeded",
    prepare: async (value) => {
      for (let made = 1; made < value - 1; made += 1) {
        const VpcId = await calls.createVpc({ CidrBlock: `10.${String(made)}.0.0/16` });
        await ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId }));
      }
      fill(region.egressOnlyInternetGateways, value);
    },
    ask: async (turn) => {
      const VpcId = turn === 0 ? vpcId : await calls.createVpc({ CidrBlock: "10.200.0.0/16" });
      return ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId }));
    },
  },
  {
    quota: "NAT gateways per Availability Zone",
    value: 5,
    code: "L-FE5A380F",
    error: "NatGatewayLimitExceeded",
    prepare: async (value) => {
      await ec2.send(new CreateNatGatewayCommand({ SubnetId: subnetId, ConnectivityType: "private" }));
      fill(region.natGateways, value);
    },
    ask: () => ec2.send(new CreateNatGatewayCommand({ SubnetId: subnetId, ConnectivityType: "private" })),
  },
  {
    quota: "Regional NAT gateways per VPC",
    value: 5,
    error: "NatGatewayLimitExceeded",
    prepare: async (value) => {
      await calls.createGateway(vpcId);
      await ec2.send(new CreateNatGatewayCommand({ AvailabilityMode: "regional", VpcId: vpcId }));
      fill(region.natGateways, value);
    },
    ask: () => ec2.send(new CreateNatGatewayCommand({ AvailabilityMode: "regional", VpcId: vpcId })),
  },
  {
    quota: "Elastic IPs",
    value: 5,
    code: "L-0263D0A3",
    service: "ec2",
    error: "AddressLimitExceeded",
    prepare: async (value) => {
      await calls.allocate();
      fill(region.addresses, value);
    },
    ask: () => ec2.send(new AllocateAddressCommand({})),
  },
  {
    quota: "Gateway VPC endpoints per Region",
    value: 20,
    code: "L-1B52E74A",
    error: "VpcEndpointLimitExceeded",
    prepare: async (value) => {
      await ec2.send(
        new CreateVpcEndpointCommand({ VpcId: vpcId, ServiceName: "com.amazonaws.eu-west-1.s3" }),
      );
      fill(region.vpcEndpoints, value);
    },
    ask: () =>
      ec2.send(
        new CreateVpcEndpointCommand({ VpcId: vpcId, ServiceName: "com.amazonaws.eu-west-1.dynamodb" }),
      ),
  },
  {
    quota: "Interface VPC endpoints per VPC",
    value: 50,
    code: "L-29B6F2EB",
    error: "VpcEndpointLimitExceeded",
    prepare: async (value) => {
      await endpoint();
      fill(region.vpcEndpoints, value);
    },
    ask: () => endpoint(),
  },
  {
    quota: "Outstanding VPC peering connection requests",
    value: 25,
    error: "OutstandingVpcPeeringConnectionLimitExceeded",
    prepare: async (value) => {
      await peer(0);
      fill(region.vpcPeeringConnections, value);
    },
    ask: (turn) => peer(turn + 1),
  },
  {
    quota: "Active VPC peering connections per VPC",
    value: 50,
    code: "L-7E9ECCDB",
    error: "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
    prepare: async (value) => {
      await acceptPeer("10.1.0.0/16");
      fill(region.vpcPeeringConnections, value);
    },
    ask: (turn) => acceptPeer(`10.${String(turn + 2)}.0.0/16`),
  },
  {
    quota: "Prefix lists per Region",
    value: 100,
    error: "PrefixListLimitExceeded",
    prepare: async (value) => {
      await prefixList(10);
      fill(region.managedPrefixLists, value, (list) => list.OwnerId === sandbox.world.homeAccountId);
    },
    ask: () => prefixList(10),
  },
  {
    quota: "Maximum entries per prefix list",
    value: 1000,
    error: "PrefixListMaxEntriesExceeded",
    prepare: async (value) => {
      const id = await prefixList(value);
      region.prefixListEntries[id] = Array.from({ length: value - 1 }, (_item, index) => ({
        Cidr: `10.${String(Math.floor(index / 256))}.${String(index % 256)}.0/24`,
      }));
    },
    ask: async (turn) => {
      const list = region.managedPrefixLists.at(-1);
      await ec2.send(
        new ModifyManagedPrefixListCommand({
          PrefixListId: list?.PrefixListId,
          CurrentVersion: list?.Version,
          AddEntries: [{ Cidr: `192.168.${String(turn)}.0/24` }],
        }),
      );
      await calls.pass(60);
    },
  },
  {
    quota: "Virtual private gateways per Region",
    value: 5,
    error: "VpnGatewayLimitExceeded",
    prepare: async (value) => {
      await ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
      fill(region.transit.vpnGateways, value);
    },
    ask: () => ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" })),
  },
  {
    quota: "Customer gateways per Region",
    value: 50,
    error: "CustomerGatewayLimitExceeded",
    prepare: async (value) => {
      await customerGateway(0);
      fill(region.transit.customerGateways, value);
    },
    ask: (turn) => customerGateway(turn + 1),
  },
  {
    quota: "Transit gateways per account",
    value: 5,
    code: "L-A2478D36",
    service: "ec2",
    error: "TransitGatewayLimitExceeded",
    prepare: async (value) => {
      await ec2.send(new CreateTransitGatewayCommand({}));
      fill(region.transit.gateways, value);
    },
    ask: () => ec2.send(new CreateTransitGatewayCommand({})),
  },
  {
    quota: "Route tables per transit gateway",
    value: 20,
    error: "TransitGatewayRouteTableLimitExceeded",
    prepare: async (value) => {
      await ec2.send(new CreateTransitGatewayCommand({}));
      await calls.pass(600);
      fill(region.transit.routeTables, value);
    },
    ask: () =>
      ec2.send(
        new CreateTransitGatewayRouteTableCommand({
          TransitGatewayId: region.transit.gateways[0]?.TransitGatewayId,
        }),
      ),
  },
  {
    quota: "VPC Block Public Access exclusions",
    value: 50,
    error: "VpcBlockPublicAccessExclusionLimitExceeded",
    prepare: async (value) => {
      const other = await calls.createSubnet(vpcId, "10.0.9.0/24");
      await exclude({ SubnetId: other });
      fill(region.controls.blockPublicAccessExclusions, value);
    },
    ask: (turn) => exclude(turn === 0 ? { SubnetId: subnetId } : { VpcId: vpcId }),
  },
];

const exclude = (place: { SubnetId?: string; VpcId?: string }) =>
  ec2.send(
    new CreateVpcBlockPublicAccessExclusionCommand({
      ...place,
      InternetGatewayExclusionMode: "allow-egress",
    }),
  );

const endpoint = () =>
  ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: vpcId,
      VpcEndpointType: "Interface",
      ServiceName: "com.amazonaws.eu-west-1.sqs",
      PrivateDnsEnabled: false,
    }),
  );

/** A request to a VPC of somebody whom the sandbox does not know: nobody answers it. */
const peer = async (turn: number) => {
  const PeerVpcId = `vpc-0123456789abcde${String(turn).padStart(2, "0")}`;
  await ec2.send(
    new CreateVpcPeeringConnectionCommand({ VpcId: vpcId, PeerVpcId, PeerOwnerId: "999999999999" }),
  );
  // So that the next one counts it: an outstanding request is one that has arrived.
  for (const peering of region.vpcPeeringConnections) peering.Status = { Code: "pending-acceptance" };
};

const acceptPeer = async (CidrBlock: string) => {
  const VpcId = await calls.createVpc({ CidrBlock });
  const asked = await ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId: vpcId }));
  const VpcPeeringConnectionId = asked.VpcPeeringConnection?.VpcPeeringConnectionId;
  await calls.pass(10);
  await ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
  await calls.pass(10);
};

const prefixList = async (MaxEntries: number) => {
  const { PrefixList } = await ec2.send(
    new CreateManagedPrefixListCommand({ PrefixListName: "list", MaxEntries, AddressFamily: "IPv4" }),
  );
  await calls.pass(60);
  return PrefixList?.PrefixListId ?? "";
};

const customerGateway = (turn: number) =>
  ec2.send(
    new CreateCustomerGatewayCommand({
      Type: "ipsec.1",
      IpAddress: `203.0.113.${String(turn + 1)}`,
      BgpAsn: 65_000,
    }),
  );

describe("the last one that a quota has room for is made, and one more is refused", () => {
  it.each(QUOTAS)("$quota: $value", async ({ value, code, service = "vpc", error, prepare, ask }) => {
    if (code !== undefined) {
      const quotas = new ServiceQuotasClient(sandbox.clientConfig());
      const { Quota: said } = await quotas.send(
        new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code }),
      );
      expect(said?.Value).toBe(value);
    }
    await prepare(value);
    await ask(0);
    await expect(ask(1)).rejects.toMatchObject({ name: error });
  });
});
