import { describe, expect, it } from "vitest";
import { icmpSet } from "../compile/traffic-of-rule";
import { unitePorts } from "../sets/port-set";
import { ALL_TRAFFIC, ICMP, NO_TRAFFIC, TCP, trafficOf, uniteTraffic } from "../sets/traffic";
import { describeTraffic } from "./describe-traffic";

const icmp = (...types: [type: number, code?: number][]) =>
  trafficOf(ICMP, types.map(([type, code]) => icmpSet(type, code)).reduce(unitePorts));

describe("traffic as a person reads it", () => {
  it.each([
    ["all traffic", ALL_TRAFFIC],
    ["nothing", NO_TRAFFIC],
    ["tcp, other protocols", uniteTraffic(trafficOf(TCP), { ...NO_TRAFFIC, other: ALL_TRAFFIC.other })],
    ["protocol 50", trafficOf(50)],
    ["tcp 22, 80-90", trafficOf(TCP, [22, 22, 80, 90])],
    [
      "tcp 1, 3, 5, 7, 9, 11, …",
      trafficOf(
        TCP,
        [1, 3, 5, 7, 9, 11, 13].flatMap((port) => [port, port]),
      ),
    ],
    ["icmp type 8", icmp([8])],
    ["icmp type 3 code 4", icmp([3, 4])],
    ["icmp types 3-5", icmp([3], [4], [5])],
    ["icmp type 0, type 2, type 4, type 6, type 8, type 10, …", icmp([0], [2], [4], [6], [8], [10], [12])],
  ])("is %s", (text, traffic) => {
    expect(describeTraffic(traffic)).toBe(text);
  });
});
