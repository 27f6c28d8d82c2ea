import { expect, it } from "vitest";
import { isLoopbackHost } from "./is-loopback-host";

it.each(["127.0.0.1", "127.9.8.7", "localhost", "LOCALHOST", "::1", "[::1]"])(
  "%s is this machine",
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

it.each([
  "",
  "0.0.0.0",
  "10.0.0.1",
  "127.0.0.1.example.com",
  "localhost.example.com",
  "ec2.eu-west-1.amazonaws.com",
  "169.254.169.254",
  "::",
  "::ffff:10.0.0.1",
])("%j is not", (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});
