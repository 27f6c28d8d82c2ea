import { describe, expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { peeringOf, routesTo, transitGateway } from "../joined-vpcs.test-builder";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together, type Permission } from "../open-vpc.test-builder";

const naming = (GroupId: string) => [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] }];
const BY_PEERING = { VpcPeeringConnectionId: "pcx-1" };
const BY_TRANSIT = { TransitGatewayId: "tgw-1" };
const OF_2 = { destination: { cidr: "10.2.1.10/32" } };
const LOST = unreachable("SG_REFERENCES_NOT_PRESERVED");

interface Rules {
  inbound?: Permission[];
  outbound?: Permission[];
}

/** The receiver, in `vpc-2`, lets in `sg-1`, or the sender sends to `sg-2` only. */
const inboundRule: [Rules, Rules] = [{}, { inbound: naming("sg-1") }];
const outboundRule: [Rules, Rules] = [{ outbound: naming("sg-2") }, {}];
const joined = (target: object, [one, two]: [Rules, Rules]) =>
  together(
    openVpc(1, { routes: routesTo(2, target), ...one }),
    openVpc(2, { routes: routesTo(1, target), ...two }),
  );

describe("a rule that names a group", () => {
  it.each([
    ["inbound", { inbound: naming("sg-1") }],
    ["outbound", { outbound: naming("sg-1") }],
  ])("%s holds in one VPC", (_, rules) => {
    const asked = { destination: { networkInterfaceId: "eni-1b" } };
    expect(ask(openVpc(1, rules), asked)).toEqual(REACHABLE);
  });

  it("is about other groups in vain", () => {
    const asked = { destination: { networkInterfaceId: "eni-1b" } };
    expect(ask(openVpc(1, { inbound: naming("sg-other") }), asked)).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH"),
    );
  });

  it.each([
    ["inbound", inboundRule],
    ["outbound", outboundRule],
  ])("%s holds across a peering connection within one Region", (_, rules) => {
    expect(ask(together(joined(BY_PEERING, rules), peeringOf()), OF_2)).toEqual(REACHABLE);
    expect(ask(together(joined(BY_PEERING, rules), peeringOf("us-east-1")), OF_2)).toEqual(LOST);
  });

  it("may hold across a peering connection whose Regions were not read", () => {
    const VpcPeeringConnections = [
      {
        VpcPeeringConnectionId: "pcx-1",
        Status: { Code: "active" as const },
        RequesterVpcInfo: { VpcId: "vpc-1" },
        AccepterVpcInfo: { VpcId: "vpc-2" },
      },
    ];
    expect(ask(together(joined(BY_PEERING, inboundRule), { VpcPeeringConnections }), OF_2)).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });

  it("inbound is lost behind a NAT gateway, which gives packets an address of its own", () => {
    const network = together(
      openVpc(1, {
        inbound: naming("sg-1"),
        a: { routes: [{ DestinationCidrBlock: "10.1.3.0/24", NatGatewayId: "nat-1" }] },
      }),
      {
        NatGateways: [
          aNatGateway({
            SubnetId: "subnet-1b",
            ConnectivityType: "private",
            NatGatewayAddresses: [{ PrivateIp: "10.1.2.20" }],
          }),
        ],
        Subnets: [
          { SubnetId: "subnet-1c", VpcId: "vpc-1", CidrBlock: "10.1.3.0/24", AvailabilityZone: "eu-west-1a" },
        ],
        NetworkAcls: [
          {
            NetworkAclId: "acl-1c",
            VpcId: "vpc-1",
            Associations: [{ SubnetId: "subnet-1c" }],
            Entries: [true, false].map((Egress) => ({
              RuleNumber: 100,
              Egress,
              Protocol: "-1",
              RuleAction: "allow" as const,
              CidrBlock: "0.0.0.0/0",
            })),
          },
        ],
        NetworkInterfaces: [
          {
            NetworkInterfaceId: "eni-1c",
            VpcId: "vpc-1",
            SubnetId: "subnet-1c",
            Status: "in-use",
            PrivateIpAddress: "10.1.3.10",
            Groups: [{ GroupId: "sg-1" }],
          },
        ],
      },
    );
    const asked = { destination: { networkInterfaceId: "eni-1c" } };
    expect(ask(network, asked)).toEqual(LOST);
    expect(ask(network, { ...asked, source: { networkInterfaceId: "eni-1b" } })).toEqual(REACHABLE);
  });
});

describe("an outbound rule that names a group, to a peer that was not read", () => {
  const toPeer = { destination: { cidr: "10.2.1.10/32" } };
  const named = (GroupId: string, more: object = {}) =>
    together(
      openVpc(1, { routes: routesTo(2, BY_PEERING), outbound: naming(GroupId) }),
      { SecurityGroups: [{ GroupId: "sg-own", VpcId: "vpc-1" }] },
      {
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: "pcx-1",
            Status: { Code: "active" as const },
            RequesterVpcInfo: { VpcId: "vpc-1", Region: "eu-west-1" },
            AccepterVpcInfo: { VpcId: "vpc-2", Region: "eu-west-1", CidrBlock: "10.2.0.0/16" },
          },
        ],
      },
      more,
    );
  const associated = (VpcId: string, State: "associated" | "disassociated") => ({
    SecurityGroupVpcAssociations: [{ GroupId: "sg-own", VpcId, State }],
  });

  it("means nobody there where the group is used in its own VPC only", () => {
    expect(ask(named("sg-own"), toPeer)).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
    expect(ask(named("sg-own", associated("vpc-2", "disassociated")), toPeer)).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH"),
    );
  });

  it("may mean somebody there where the group may be used in that VPC", () => {
    const there = associated("vpc-2", "associated");
    expect(ask(named("sg-2"), toPeer).verdict).toBe("unknown");
    expect(ask(named("sg-own", there), toPeer).verdict).toBe("unknown");
    expect(ask(named("sg-own"), toPeer, ["DescribeSecurityGroupVpcAssociations"]).verdict).toBe("unknown");
  });
});

describe("a rule that names a group across a transit gateway", () => {
  const ON = { SecurityGroupReferencingSupport: "enable" } as const;
  const OFF = { SecurityGroupReferencingSupport: "disable" } as const;
  const UNSUPPORTED = unreachable("SG_REFERENCING_SUPPORT");

  it.each([
    ["on the gateway and both attachments", ON, ON, ON, REACHABLE],
    ["on the gateway, unsaid of the attachments", ON, {}, {}, REACHABLE],
    ["unsaid of the gateway", {}, ON, ON, UNSUPPORTED],
    ["off on the gateway", OFF, ON, ON, UNSUPPORTED],
    ["off on the sender's attachment", ON, OFF, ON, UNSUPPORTED],
    ["off on the receiver's attachment", ON, ON, OFF, UNSUPPORTED],
  ])("needs support for it, inbound: %s", (_, options, near, far, answer) => {
    const gateway = transitGateway({ options, attachments: { 1: { Options: near }, 2: { Options: far } } });
    expect(ask(together(joined(BY_TRANSIT, inboundRule), gateway), OF_2)).toEqual(answer);
  });

  const gateway = transitGateway({ options: ON, attachments: { 1: { Options: ON }, 2: { Options: ON } } });
  const outbound = together(joined(BY_TRANSIT, outboundRule), gateway);

  it("never holds outbound", () => {
    expect(ask(outbound, OF_2)).toEqual(LOST);
  });

  it("holds outbound where the VPCs are peered too, whichever way the packet takes", () => {
    expect(ask(together(outbound, peeringOf()), OF_2)).toEqual(REACHABLE);
    expect(ask(together(outbound, peeringOf("us-east-1")), OF_2)).toEqual(LOST);
    expect(ask(outbound, OF_2, ["DescribeVpcPeeringConnections"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

it("means nobody on the internet, whatever of the group and of the way there was not read", () => {
  const unread = [
    "DescribeRouteTables",
    "DescribeVpcPeeringConnections",
    "DescribeNetworkInterfaces",
  ] as const;
  for (const destination of [{ internet: true as const }, { service: "secretsmanager" }]) {
    const asked = {
      source: { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } },
      destination,
    };
    const { verdict, codes } = ask(openVpc(1, { outbound: naming("sg-deleted") }), asked, unread);
    expect(verdict).toBe("unreachable");
    expect(codes).toContain("ENI_SG_RULES_MISMATCH");
  }
});
