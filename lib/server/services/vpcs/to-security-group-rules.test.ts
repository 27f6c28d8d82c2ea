import { describe, expect, it } from "vitest";
import { toSecurityGroupRules } from "./to-security-group-rules";

describe("toSecurityGroupRules", () => {
  it.each([
    [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443 }, "tcp", "443"],
    [{ IpProtocol: "6", FromPort: 1024, ToPort: 65535 }, "tcp", "1024–65535"],
    [{ IpProtocol: "udp", FromPort: 0, ToPort: 65535 }, "udp", "all"],
    [{ IpProtocol: "17" }, "udp", "all"],
    [{ IpProtocol: "-1", FromPort: 22, ToPort: 22 }, "all", "all"],
    [{}, "all", "all"],
    [{ IpProtocol: "icmp", FromPort: -1, ToPort: -1 }, "icmp", "all"],
    [{ IpProtocol: "1", FromPort: 8, ToPort: -1 }, "icmp", "type 8"],
    [{ IpProtocol: "icmpv6", FromPort: 1, ToPort: 4 }, "icmpv6", "type 1, code 4"],
    [{ IpProtocol: "50", FromPort: 1, ToPort: 2 }, "50", "all"],
  ])("shows %j as %s %s", (permission, protocol, ports) => {
    const [row] = toSecurityGroupRules("sg-1", "inbound", [
      { ...permission, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
    ]);
    expect(row).toMatchObject({ securityGroupId: "sg-1", direction: "inbound", protocol, ports });
  });

  it("makes one row per peer, of whatever kind", () => {
    const rows = toSecurityGroupRules("sg-1", "outbound", [
      {
        IpProtocol: "-1",
        IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "office" }],
        Ipv6Ranges: [{ CidrIpv6: "::/0" }],
        UserIdGroupPairs: [{ GroupId: "sg-2" }, {}],
        PrefixListIds: [{ PrefixListId: "pl-1" }],
      },
      { IpProtocol: "tcp" },
    ]);
    expect(rows.map(({ peer, peerKind, description }) => [peer, peerKind, description])).toEqual([
      ["10.0.0.0/8", "cidr", "office"],
      ["::/0", "cidr", null],
      ["sg-2", "security-group", null],
      ["unknown", "security-group", null],
      ["pl-1", "prefix-list", null],
    ]);
  });
});
