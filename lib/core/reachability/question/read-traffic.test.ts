import { describe, expect, it } from "vitest";
import { FlowError, type Flow } from "../flow";
import { readAsked } from "./read-traffic";

const asked = (flow: Partial<Flow>, family: 4 | 6 = 4) => {
  const base = { source: { cidr: "10.0.0.1/32" }, destination: { cidr: "10.0.0.2/32" } };
  return readAsked({ ...base, protocol: "tcp", ...flow }, family);
};
const errorOf = (flow: Partial<Flow>) => {
  try {
    asked(flow);
  } catch (error) {
    if (error instanceof FlowError) return `${error.field}: ${error.message}`;
  }
  return null;
};

describe("a question's traffic", () => {
  it("goes up to the last port, type, code and protocol", () => {
    expect(asked({ port: { from: 0, to: 65535 } }).traffic.tcp).toEqual([0, 65535]);
    expect(asked({ protocol: 255 }).traffic.other).toEqual([255, 255]);
    expect(asked({ protocol: 0 }).traffic.other).toEqual([0, 0]);
    expect(asked({ protocol: "icmp", icmp: { type: 255, code: 255 } }).traffic.icmp).toEqual([65535, 65535]);
    expect(asked({ protocol: "icmp", icmp: { type: 0, code: 0 } }).traffic.icmp).toEqual([0, 0]);
  });

  it("is an echo where ICMP has no type, in each family's numbers", () => {
    expect(asked({ protocol: "icmp" }).traffic).toMatchObject({ icmp: [2048, 2048], icmpv6: [] });
    expect(asked({ protocol: "icmpv6" }, 6).traffic).toMatchObject({ icmp: [], icmpv6: [32768, 32768] });
    expect(asked({ protocol: "icmp", icmp: { type: 3 } }).traffic.icmp).toEqual([768, 1023]);
  });

  it("of all protocols leaves out the other family's ICMP", () => {
    expect(asked({ protocol: "all" }, 4).traffic).toMatchObject({
      icmp: [0, 65535],
      icmpv6: [],
      tcp: [0, 65535],
    });
    expect(asked({ protocol: "all" }, 6).traffic).toMatchObject({
      icmp: [],
      icmpv6: [0, 65535],
      udp: [0, 65535],
    });
  });

  it.each<[Partial<Flow>, string]>([
    [{ protocol: "icmp", icmp: { type: 256 } }, "icmp.type: 256 is not an ICMP type: 0 to 255."],
    [{ protocol: "icmp", icmp: { type: -1 } }, "icmp.type: -1 is not an ICMP type: 0 to 255."],
    [{ protocol: "icmp", icmp: { type: 8, code: 1.5 } }, "icmp.code: 1.5 is not an ICMP code: 0 to 255."],
    [{ port: 65536 }, "port: 65536 is not a port: 0 to 65535."],
    [{ protocol: 256 }, "protocol: 256 is not an IP protocol number: 0 to 255."],
    [{ protocol: "icmpv6", port: 1 }, "port: A port goes with tcp or udp."],
    [{ protocol: 47, icmp: { type: 8 } }, "icmp: An ICMP type goes with icmp or icmpv6."],
  ])("cannot be %o", (flow, message) => {
    expect(errorOf(flow)).toBe(message);
  });
});
