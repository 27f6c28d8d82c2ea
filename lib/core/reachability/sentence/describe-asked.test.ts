import { describe, expect, it } from "vitest";
import { describeAllowed } from "./describe-allowed";
import { describeAsked, describeMeans } from "./describe-asked";
import { describeWitness } from "./describe-witness";
import { nameIds, splitAtIds } from "./name-ids";

describe("what was asked, in words", () => {
  it.each([
    [{ protocol: "tcp", port: 443 }, "tcp 443"],
    [{ protocol: "udp", port: { from: 53, to: 53 } }, "udp 53"],
    [{ protocol: "tcp", port: { from: 1000, to: 2000 } }, "tcp 1000 to 2000"],
    [{ protocol: "tcp" }, "tcp on any port"],
    [{ protocol: "all" }, "any traffic"],
    [{ protocol: 47 }, "IP protocol 47"],
    [{ protocol: "icmp" }, "ping (ICMP echo)"],
    [{ protocol: "icmpv6", icmp: { type: 1, code: 4 } }, "ICMPv6 type 1 code 4"],
    [{ protocol: "icmp", icmp: { type: 3 } }, "ICMP type 3"],
  ] as const)("%j is %s", (flow, text) => {
    expect(describeAsked(flow)).toBe(text);
  });
});

describe('what was asked, as it follows "can reach"', () => {
  it.each([
    [{ protocol: "tcp", port: 443 }, "on tcp 443"],
    [{ protocol: "udp", port: { from: 1000, to: 2000 } }, "on udp 1000 to 2000"],
    [{ protocol: "udp" }, "on any udp port"],
    [{ protocol: "all" }, "with any traffic"],
    [{ protocol: 47 }, "with IP protocol 47"],
    [{ protocol: "icmp" }, "by ping (ICMP echo)"],
    [{ protocol: "icmpv6" }, "by ping (ICMPv6 echo)"],
    [{ protocol: "icmp", icmp: { type: 3 } }, "with ICMP type 3"],
  ] as const)("%j is %s", (flow, text) => {
    expect(describeMeans(flow)).toBe(text);
  });
});

describe("what is allowed, in words", () => {
  it("is nothing, ports, every port, types or a protocol", () => {
    const ports = [
      { from: 80, to: 80 },
      { from: 1000, to: 2000 },
    ];
    expect(describeAllowed([])).toEqual(["Nothing"]);
    expect(
      describeAllowed([
        { protocol: "tcp", ports, sourcePorts: [{ from: 1024, to: 1999 }] },
        { protocol: "udp", ports: [{ from: 0, to: 65535 }] },
        {
          protocol: "icmp",
          icmpTypes: [
            { type: 8, code: null },
            { type: 3, code: 4 },
          ],
        },
        { protocol: "icmpv6" },
        { protocol: "47" },
      ]),
    ).toEqual([
      "TCP 80, 1000–2000, from source ports 1024–1999 only",
      "UDP on any port",
      "ICMP type 8, type 3 code 4",
      "ICMPV6",
      "IP protocol 47",
    ]);
  });
});

describe("a packet, in words", () => {
  it("has its ends, in brackets where they are IPv6, and its type where it has one", () => {
    const ends = { sourceAddress: "10.0.0.1", destinationAddress: "10.0.0.2" };
    expect(describeWitness({ protocol: 1, ...ends, icmp: { type: 8, code: 0 } })).toBe(
      "ICMP type 8 code 0 10.0.0.1 to 10.0.0.2",
    );
    const six = { sourceAddress: "2001:db8::1", sourcePort: 1024, destinationAddress: null };
    expect(describeWitness({ protocol: 50, ...six })).toBe(
      "IP protocol 50 [2001:db8::1]:1024 to some address",
    );
  });
});

describe("ids in a text", () => {
  it("get their names before them, and stand alone without one", () => {
    const names: Record<string, string> = {
      "tgw-attach-0a1b2c3d": "hub",
      "sg-0a1b2c3d4e5f60718": "sg-0a1b2c3d4e5f60718",
    };
    const nameOf = (id: string) => names[id] ?? null;
    expect(nameIds("tgw-attach-0a1b2c3d, sg-0a1b2c3d4e5f60718 and eni-00000000", nameOf)).toBe(
      "hub (tgw-attach-0a1b2c3d), sg-0a1b2c3d4e5f60718 and eni-00000000",
    );
  });
});

describe("a text cut at its ids", () => {
  it.each([
    [
      "Group sg-0a1b2c3d of eni-0a1b2c3d4e5f60718.",
      ["Group ", "sg-0a1b2c3d", " of ", "eni-0a1b2c3d4e5f60718", "."],
    ],
    ["No id in prod-private-a.", ["No id in prod-private-a."]],
  ])("%j is %j, each second part an id", (text, parts) => {
    expect(splitAtIds(text)).toEqual(parts);
  });
});
