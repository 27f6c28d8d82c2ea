import { describe, expect, it } from "vitest";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { aNetworkAcl, aRouteTable, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../../network/build-network";
import { describeTraffic } from "../filters/describe-traffic";
import { compileNetworkAcl } from "./network-acl";
import { prefixListRanges } from "./prefix-list";
import { compileRouteTable } from "./route-table";
import { compileSecurityGroup } from "./security-group";
import { trafficOfAclEntry, trafficOfPermission } from "./traffic-of-rule";

/** As JSON holds it: recordings say what the SDK's types do not. */
function recorded(text: string): object {
  return JSON.parse(text) as object; // every text here holds one
}

describe("the traffic of a security group's rule", () => {
  it.each<[permission: string, traffic: string]>([
    ["{}", "nothing"],
    ['{"IpProtocol":null}', "nothing"],
    ['{"IpProtocol":"gre"}', "nothing"],
    ['{"IpProtocol":"256"}', "nothing"],
    ['{"IpProtocol":"-1","FromPort":22,"ToPort":22}', "all traffic"],
    ['{"IpProtocol":6,"FromPort":443,"ToPort":443}', "tcp 443"],
    ['{"IpProtocol":"TCP","FromPort":443}', "tcp 443-65535"],
    ['{"IpProtocol":"udp","ToPort":53}', "udp 0-53"],
    ['{"IpProtocol":"tcp","FromPort":-1,"ToPort":-1}', "tcp"],
    ['{"IpProtocol":"tcp","FromPort":90,"ToPort":80}', "nothing"],
    ['{"IpProtocol":"tcp","FromPort":80,"ToPort":70000}', "nothing"],
    ['{"IpProtocol":"icmp","FromPort":256}', "nothing"],
    ['{"IpProtocol":"icmp","FromPort":3,"ToPort":256}', "nothing"],
    ['{"IpProtocol":"tcp","FromPort":-2,"ToPort":80}', "nothing"],
    ['{"IpProtocol":"tcp","FromPort":0,"ToPort":65536}', "nothing"],
    ['{"IpProtocol":"1","FromPort":-2}', "nothing"],
    ['{"IpProtocol":"1","FromPort":3,"ToPort":-2}', "nothing"],
    ['{"IpProtocol":"1","FromPort":3,"ToPort":4}', "icmp type 3 code 4"],
    ['{"IpProtocol":"58","FromPort":128,"ToPort":-1}', "icmpv6 type 128"],
    ['{"IpProtocol":"50","FromPort":1,"ToPort":2}', "protocol 50"],
    ['{"IpProtocol":"255"}', "protocol 255"],
    ['{"IpProtocol":"1.5"}', "nothing"],
    ['{"IpProtocol":"-2"}', "nothing"],
  ])("%s lets %s through", (permission, traffic) => {
    expect(describeTraffic(trafficOfPermission(recorded(permission)))).toBe(traffic);
  });
});

describe("the traffic of a network ACL's entry", () => {
  it.each<[entry: string, traffic: string]>([
    ["{}", "nothing"],
    ['{"Protocol":"-1"}', "all traffic"],
    ['{"Protocol":"17"}', "udp"],
    ['{"Protocol":"6","PortRange":{"From":443}}', "tcp 443-65535"],
    ['{"Protocol":"1"}', "icmp"],
    ['{"Protocol":"1","IcmpTypeCode":{"Type":3,"Code":4}}', "icmp type 3 code 4"],
    ['{"Protocol":"58","IcmpTypeCode":{"Type":128,"Code":-1}}', "icmpv6 type 128"],
    ['{"Protocol":"50"}', "protocol 50"],
  ])("%s is %s", (entry, traffic) => {
    expect(describeTraffic(trafficOfAclEntry(recorded(entry)))).toBe(traffic);
  });
});

describe("what names nobody", () => {
  it("is no rule of a security group", () => {
    const group = aSecurityGroup({
      IpPermissions: [
        {
          IpProtocol: "-1",
          IpRanges: [{}, { CidrIp: "10.0.0.0/33" }],
          Ipv6Ranges: [{ CidrIpv6: "2600::/129" }],
          PrefixListIds: [{}],
          UserIdGroupPairs: [{ UserId: "111122223333" }],
        },
      ],
      ...recorded('{"IpPermissionsEgress":null}'),
    });
    const { ingress, egress } = compileSecurityGroup(group);
    expect([ingress.count, egress.count]).toEqual([0, 0]);
  });

  it("is no entry of a network ACL, and one without a number comes last", () => {
    const open = { Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0" } as const;
    const acl = aNetworkAcl({
      Entries: [
        open,
        { ...open, RuleNumber: 32767, RuleAction: "deny" },
        { ...open, RuleNumber: 1, CidrBlock: undefined },
        { ...open, RuleNumber: 2, CidrBlock: "10.0.0.0/x" },
      ],
    });
    const { ingress, egress } = compileNetworkAcl(acl);
    expect(ingress.entries.map(({ allow }) => allow)).toEqual([false, true]);
    expect(egress.entries).toEqual([]);
    expect(compileNetworkAcl(aNetworkAcl(recorded('{"Entries":null}'))).ingress.entries).toEqual([]);
  });

  it("is no range of a prefix list", () => {
    const network = buildNetwork({
      captures: [aFullCapture({ PrefixLists: [{ PrefixListId: "pl-1", Cidrs: ["", "x", "10.0.0.0/8"] }] })],
    });
    expect(prefixListRanges(network, "pl-1")).toMatchObject({ ranges: [{ prefixLength: 8 }] });
  });

  it("is no route", () => {
    const network = buildNetwork({ captures: [aFullCapture()] });
    const RouteTableId = "rtb-1";
    const table = aRouteTable({ Routes: [{ GatewayId: "igw-1" }, { DestinationCidrBlock: "10.0.0.0/99" }] });
    expect(compileRouteTable(network, { ...table, RouteTableId }).routes).toEqual([]);
  });
});

describe("the ranges of a prefix list", () => {
  it("come in one order: IPv4 first, by address, the larger before what it holds", () => {
    const cidrs = ["2600::/16", "10.0.0.0/24", "10.0.0.0/8", "9.0.0.0/8", "10.0.0.0/8", "2400::/16"];
    const read = (Cidrs: string[]) =>
      prefixListRanges(
        buildNetwork({ captures: [aFullCapture({ PrefixLists: [{ PrefixListId: "pl-1", Cidrs }] })] }),
        "pl-1",
      );
    expect(read(cidrs)).toEqual(read([...cidrs].reverse()));
    expect(read(cidrs)).toMatchObject({
      ranges: [
        { family: 4, first: 9 * 2 ** 24 },
        { family: 4, prefixLength: 8 },
        { family: 4, prefixLength: 8 },
        { family: 4, prefixLength: 24 },
        { family: 6, first: 0x2400n << 112n },
        { family: 6, first: 0x2600n << 112n },
      ],
    });
  });
});
