import { describe, expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const CLOSED = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true, RuleAction: "deny" })];
const NOBODY = unreachable("NO_POSSIBLE_DESTINATION");

describe("an address that nobody has", () => {
  /** `vpc-twin` has the addresses of `vpc-1`, and a NAT gateway at one of them. */
  const twin = {
    Vpcs: [aVpc({ VpcId: "vpc-twin", CidrBlock: "10.1.0.0/16" })],
    Subnets: [aSubnet({ SubnetId: "subnet-twin", VpcId: "vpc-twin", CidrBlock: "10.1.2.0/24" })],
    NatGateways: [
      aNatGateway({
        VpcId: "vpc-twin",
        SubnetId: "subnet-twin",
        NatGatewayAddresses: [{ PrivateIp: "10.1.2.20" }, { PrivateIp: "10.1.2.21" }],
      }),
    ],
  };
  const asked = (cidr: string) => ({ destination: { cidr } });

  it("is not that of a NAT gateway in a VPC with the same addresses", () => {
    const own = {
      NatGateways: twin.NatGateways.map((one) => ({ ...one, VpcId: "vpc-1", SubnetId: "subnet-1b" })),
    };
    for (const cidr of ["10.1.2.20/32", "10.1.2.21/32", "10.1.2.20/31"]) {
      expect(ask(together(openVpc(1), twin), asked(cidr))).toEqual(NOBODY);
      expect(ask(together(openVpc(1), own), asked(cidr))).toEqual(
        unreachable("NAT_GATEWAY_ACCEPTS_NO_INBOUND"),
      );
    }
  });

  it("settles a block, however many others of the subnet are somebody's", () => {
    const second = {
      NetworkInterfaces: [
        { ...openVpc(1).NetworkInterfaces?.[1], NetworkInterfaceId: "eni-1c", PrivateIpAddress: "10.1.2.11" },
      ],
    };
    expect(ask(together(openVpc(1), second), asked("10.1.2.64/31"))).toEqual(NOBODY);
    expect(ask(together(openVpc(1), second), asked("10.1.2.10/31"))).toEqual(REACHABLE);
  });

  it("settles the whole of a subnet where the address of a NAT gateway in it was not recorded", () => {
    const nat = aNatGateway({ SubnetId: "subnet-1b", NatGatewayAddresses: undefined });
    const alone = { b: { eni: { SubnetId: "subnet-1a", PrivateIpAddress: "10.1.1.77" } } };
    for (const own of [{}, alone])
      expect(ask(together(openVpc(1, own), { NatGateways: [nat] }), asked("10.1.2.0/24"))).toEqual(NOBODY);
  });
});

describe("a block of addresses in the sender's own subnet", () => {
  const second = {
    NetworkInterfaces: [
      { ...openVpc(1).NetworkInterfaces?.[0], NetworkInterfaceId: "eni-1c", PrivateIpAddress: "10.1.1.12" },
      { ...openVpc(1).NetworkInterfaces?.[0], NetworkInterfaceId: "eni-1d", PrivateIpAddress: "10.1.1.13" },
    ],
  };
  const asked = { destination: { cidr: "10.1.1.12/31" } };

  it("is reached past neither network ACL nor route", () => {
    expect(ask(together(openVpc(1, { a: { entries: CLOSED } }), second), asked)).toEqual(REACHABLE);
    const nobody = { destination: { cidr: "10.1.1.99/32" } };
    expect(ask(together(openVpc(1, { a: { entries: CLOSED } }), second), nobody)).toEqual(NOBODY);
  });

  it("is not reached where one of them is known to refuse, though the subnet was not read", () => {
    const refusing = {
      NetworkInterfaces: second.NetworkInterfaces.map((eni, index) => ({
        ...eni,
        Groups: [{ GroupId: index === 0 ? "sg-1" : "sg-closed" }],
      })),
      SecurityGroups: [{ GroupId: "sg-closed", VpcId: "vpc-1", IpPermissions: [], IpPermissionsEgress: [] }],
    };
    for (const unread of [["DescribeSubnets"], ["DescribeSubnets", "DescribeRouteTables"]] as const) {
      expect(ask(together(openVpc(1), refusing), asked, unread).verdict).toBe("unreachable");
      expect(ask(together(openVpc(1), second), asked, unread).verdict).toBe("reachable");
    }
  });
});

describe("a VPC with public addresses of its own", () => {
  it("holds none of a service, so that an endpoint's unread list takes nothing of it away", () => {
    const CidrBlock = "203.0.112.0/22";
    const inner = {
      vpc: {
        CidrBlock,
        CidrBlockAssociationSet: [{ CidrBlock, CidrBlockState: { State: "associated" as const } }],
      },
      a: { subnet: { CidrBlock: "203.0.112.0/24" }, eni: { PrivateIpAddress: "203.0.112.10" } },
      b: { subnet: { CidrBlock: "203.0.113.0/24" }, eni: { PrivateIpAddress: "203.0.113.10" } },
    };
    const routes = [
      { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" },
      { DestinationCidrBlock: CidrBlock, GatewayId: "local" },
    ];
    const network = openVpc(1, { ...inner, routes });
    expect(ask(network, { destination: { cidr: "203.0.113.10/32" } })).toEqual(REACHABLE);
    expect(ask(network, { destination: { cidr: "198.51.100.10/32" } })).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });
});

describe("an address that sends, in a VPC with the same addresses as another", () => {
  const twin = {
    Vpcs: [aVpc({ VpcId: "vpc-0", CidrBlock: "10.1.0.0/16" })],
    Subnets: [aSubnet({ SubnetId: "subnet-0", VpcId: "vpc-0", CidrBlock: "10.1.1.0/24" })],
  };
  const asked = (cidr: string) => ({ source: { cidr }, destination: { networkInterfaceId: "eni-1b" } });

  it("is who is known to have it, else somebody in either", () => {
    const network = together(twin, openVpc(1));
    const subnetsOf = (cidr: string) => answerOf(network, asked(cidr)).traces.map(({ subnetId }) => subnetId);
    expect(ask(network, asked("10.1.1.10/32"))).toEqual(REACHABLE);
    expect(subnetsOf("10.1.1.10/32")).toEqual(["subnet-1a"]);
    expect(subnetsOf("10.1.1.77/32")).toEqual(["subnet-0", "subnet-1a"]);
  });
});
