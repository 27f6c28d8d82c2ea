import { expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { ask, REACHABLE, unknown } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

/** S3's list, whose entries were not read, leads to a NAT gateway; nothing else leads out. */
const network = together(
  openVpc(1, {
    a: { routes: [{ DestinationPrefixListId: "pl-s3", NatGatewayId: "nat-1" }] },
    b: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }] },
  }),
  {
    VpcAttributes: [
      { VpcId: "vpc-1", EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } },
    ],
    InternetGateways: [anInternetGateway()],
    NatGateways: [
      aNatGateway({
        SubnetId: "subnet-1b",
        NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
      }),
    ],
    ManagedPrefixLists: [
      { PrefixListId: "pl-s3", PrefixListName: "com.amazonaws.eu-west-1.s3", AddressFamily: "IPv4" },
    ],
  },
);

it("a route by a service's list takes what is for the service, whatever its entries are", () => {
  expect(ask(network, { destination: { service: "s3" } })).toEqual(REACHABLE);
  expect(ask(network, { destination: { cidr: "8.8.8.8/32" } })).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});
