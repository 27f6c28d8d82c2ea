import { describe, expect, it } from "vitest";
import { cidrProblem } from "./cidr-problem";

const NEITHER = "is neither an address nor a CIDR block";

describe("cidrProblem", () => {
  it.each([
    "10.0.0.0/8",
    "10.0.0.1",
    "0.0.0.0/0",
    "::/0",
    "2001:db8::1",
    "2001:db8::/32",
    "::ffff:10.0.0.1",
    "0.0.0.0/1",
    "126.0.0.0/7",
  ])("finds nothing wrong with %s", (text) => {
    expect(cidrProblem(text)).toBeNull();
  });

  it.each([
    ["10.0.0.1/24", "has host bits set: the block is 10.0.0.0/24"],
    ["2001:db8::1/64", "has host bits set: the block is 2001:db8::/64"],
    ["10.0.0.300", NEITHER],
    ["10.0.0.0/33", NEITHER],
    ["10.0.0", NEITHER],
    ["fe80::1%eth0", NEITHER],
    ["010.0.0.1", NEITHER],
    ["10.00.0.1/32", NEITHER],
    ["", NEITHER],
    ["127.0.0.1", "is a loopback address: a packet to it never leaves its sender"],
    ["::1/128", "is a loopback address: a packet to it never leaves its sender"],
    ["224.0.0.1", "is a multicast or reserved address: no host has it"],
    ["255.255.255.255/32", "is a multicast or reserved address: no host has it"],
    ["ff02::1", "is a multicast or reserved address: no host has it"],
  ])("says what is wrong with %j", (text, problem) => {
    expect(cidrProblem(text)).toBe(problem);
  });
});
