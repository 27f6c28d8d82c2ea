import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

describe("IPv6 of a function", () => {
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const to6 = { destination: { cidr: "2600:1f18:100:2::10/128" } };
  const OWN = "2600:1f18:100:1::99";
  const NOT_ALLOWED = unreachable("LAMBDA_IPV6_NOT_ALLOWED");

  it("is sent where it is allowed and every subnet has a range of it", () => {
    const allowed = { ...connection, ipv6AllowedForDualStack: true };
    expect(ask(openVpc(1), { ...to6, source: { connection: allowed } })).toEqual(REACHABLE);
    expect(ask(openVpc(1), { ...to6, source: { connection } })).toEqual(NOT_ALLOWED);
    const one = openVpc(1, { b: { subnet: { Ipv6CidrBlockAssociationSet: [] } } });
    const inBoth = { ...allowed, subnetIds: ["subnet-1a", "subnet-1b"] };
    expect(ask(one, { ...to6, source: { connection: inBoth } })).toEqual(NOT_ALLOWED);
  });

  it("is sent from the address that its interface has already", () => {
    const eni = aLambdaInterface({ Groups: [{ GroupId: "sg-1" }], Ipv6Addresses: [{ Ipv6Address: OWN }] });
    const { InterfaceType, Description, Groups, Ipv6Addresses } = eni;
    const network = openVpc(1, { a: { eni: { InterfaceType, Description, Groups, Ipv6Addresses } } });
    const source = { connection: { ...connection, ipv6AllowedForDualStack: true } };
    const { traces } = answerOf(network, { ...to6, source });
    expect(traces.map(({ witness }) => witness?.sourceAddress)).toEqual([OWN]);
  });

  it("is not sent from a subnet without a range of it, as an interface without an address sends none", () => {
    const none = openVpc(1, {
      a: { subnet: { Ipv6CidrBlockAssociationSet: [] }, eni: { Ipv6Addresses: [] } },
    });
    expect(ask(none, { ...to6, source: { connection } })).toEqual(NOT_ALLOWED);
    expect(ask(none, to6)).toEqual(unreachable("UNASSOCIATED_COMPONENT"));
  });
});

describe("a function in no VPC", () => {
  const publicVpc = openVpc(1, { vpc: { CidrBlock: "44.1.0.0/16", CidrBlockAssociationSet: [] } });
  const network = together(publicVpc, { Functions: [aFunction({ VpcConfig: undefined })] });
  const source = { functionName: "orders" };

  it.each([
    ["a public address", "8.8.8.8/32", REACHABLE],
    ["a private address", "10.1.2.10/32", unreachable("DISCONNECTED_VPCS")],
    ["an address of a VPC that took public ones", "44.1.1.10/32", unreachable("DISCONNECTED_VPCS")],
    ["an IPv6 address", "2001:4860:4860::8888/128", unreachable("LAMBDA_IPV6_NOT_ALLOWED")],
  ])("reaches or not %s", (_, cidr, answer) => {
    expect(ask(network, { source, destination: { cidr } })).toEqual(answer);
  });
});

describe("what is told to be allowed", () => {
  const allowedBy = (FromPort: number, ToPort: number) => {
    const inbound = [{ IpProtocol: "icmp", FromPort, ToPort, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
    const { traces } = answerOf(openVpc(1, { inbound }), { destination: { cidr: "10.1.2.10/32" } });
    return traces.flatMap(({ allowed = [] }) => allowed);
  };

  it("are types of ICMP, with the code where not every code of it is", () => {
    expect(allowedBy(3, -1)).toEqual([{ protocol: "icmp", icmpTypes: [{ type: 3, code: null }] }]);
    expect(allowedBy(3, 4)).toEqual([{ protocol: "icmp", icmpTypes: [{ type: 3, code: 4 }] }]);
    expect(allowedBy(-1, -1)).toEqual([{ protocol: "icmp" }]);
  });
});
