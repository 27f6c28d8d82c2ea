import { describe, expect, it } from "vitest";
import {
  ALL_TRAFFIC,
  coversTraffic,
  holdsIcmpType,
  ICMP,
  ICMPV6,
  intersectTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  protocolNumber,
  subtractTraffic,
  TCP,
  trafficOf,
  UDP,
  uniteTraffic,
} from "./traffic";

const web = trafficOf(TCP, [80, 80, 443, 443]);
const names = trafficOf(UDP, [53, 53]);
const both = { ...NO_TRAFFIC, tcp: [80, 80, 443, 443], udp: [53, 53] };

describe("traffic", () => {
  it("is of one protocol, by its ports where it has any", () => {
    expect(trafficOf(TCP)).toEqual({ ...NO_TRAFFIC, tcp: [0, 65535] });
    expect(trafficOf(ICMP, [2048, 2048])).toEqual({ ...NO_TRAFFIC, icmp: [2048, 2048] });
    expect(trafficOf(ICMPV6)).toEqual({ ...NO_TRAFFIC, icmpv6: [0, 65535] });
    expect(trafficOf(50, [1, 2])).toEqual({ ...NO_TRAFFIC, other: [50, 50] });
  });

  it("of all protocols counts those with ports once", () => {
    for (const named of [ICMP, TCP, UDP, ICMPV6]) {
      expect(coversTraffic(ALL_TRAFFIC, { ...NO_TRAFFIC, other: [named, named] })).toBe(true);
      expect(intersectTraffic({ ...ALL_TRAFFIC }, { ...NO_TRAFFIC, other: [named, named] }).other).toEqual(
        [],
      );
    }
    expect(ALL_TRAFFIC.other).toEqual([0, 0, 2, 5, 7, 16, 18, 57, 59, 255]);
  });

  it("unites, intersects and subtracts protocol by protocol", () => {
    expect(uniteTraffic(web, names)).toEqual(both);
    expect(intersectTraffic(both, trafficOf(TCP, [0, 100]))).toEqual(trafficOf(TCP, [80, 80]));
    expect(subtractTraffic(both, trafficOf(TCP, [0, 100]))).toEqual({ ...both, tcp: [443, 443] });
    expect(subtractTraffic({ ...both }, both)).toEqual(NO_TRAFFIC);
  });

  it("is not made anew where one of the two, or nothing, is the answer", () => {
    for (const one of [web, NO_TRAFFIC, ALL_TRAFFIC]) {
      expect(uniteTraffic(one, NO_TRAFFIC)).toBe(one);
      expect(uniteTraffic(NO_TRAFFIC, one)).toBe(one);
      expect(uniteTraffic(one, ALL_TRAFFIC)).toBe(ALL_TRAFFIC);
      expect(uniteTraffic(ALL_TRAFFIC, one)).toBe(ALL_TRAFFIC);
      expect(intersectTraffic(one, ALL_TRAFFIC)).toBe(one);
      expect(intersectTraffic(ALL_TRAFFIC, one)).toBe(one);
      expect(intersectTraffic(one, NO_TRAFFIC)).toBe(NO_TRAFFIC);
      expect(intersectTraffic(NO_TRAFFIC, one)).toBe(NO_TRAFFIC);
      expect(intersectTraffic(one, one)).toBe(one);
      expect(subtractTraffic(one, NO_TRAFFIC)).toBe(one);
      expect(subtractTraffic(one, ALL_TRAFFIC)).toBe(NO_TRAFFIC);
      expect(subtractTraffic(one, one)).toBe(NO_TRAFFIC);
    }
  });

  it("is none where no protocol has any", () => {
    expect(isNoTraffic({ ...NO_TRAFFIC })).toBe(true);
    for (const protocol of [TCP, UDP, ICMP, ICMPV6, 47]) expect(isNoTraffic(trafficOf(protocol))).toBe(false);
  });

  it("covers what it holds all of, in every protocol", () => {
    expect(coversTraffic(both, web)).toBe(true);
    expect(coversTraffic(web, both)).toBe(false);
    expect(coversTraffic({ ...ALL_TRAFFIC }, both)).toBe(true);
    expect(coversTraffic(both, ALL_TRAFFIC)).toBe(false);
  });

  it("has the number of a member, of others the first", () => {
    const other = { ...NO_TRAFFIC, other: [47, 50] };
    expect(
      ["tcp", "udp", "icmp", "icmpv6", "other"].map((one) => protocolNumber(one as "tcp", other)),
    ).toEqual([6, 17, 1, 58, 47]);
  });

  it("holds an ICMP type where it holds any of its codes", () => {
    expect(holdsIcmpType([2048, 2048], 8)).toBe(true);
    expect(holdsIcmpType([2303, 2303], 8)).toBe(true);
    expect(holdsIcmpType([2304, 2304], 8)).toBe(false);
    expect(holdsIcmpType([0, 2047], 8)).toBe(false);
  });
});
