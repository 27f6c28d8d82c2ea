import path from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "./config";

const sandbox = { AWS_ENDPOINT_URL: "http://127.0.0.1:4566" };

describe("parseConfig", () => {
  it("plays with the sandbox on loopback unless told otherwise", () => {
    expect(parseConfig(sandbox)).toEqual({
      mode: "sandbox",
      host: "127.0.0.1",
      port: 3000,
      dataDir: path.resolve(".mooring"),
      databaseUrl: null,
      region: "eu-west-1",
      regions: ["eu-west-1"],
      accountIds: [],
      readRole: null,
      endpoint: "http://127.0.0.1:4566",
      isProduction: false,
    });
  });

  it("reads the accounts and regions that it is told to, by the role that enters them", () => {
    const env = {
      ...sandbox,
      MOORING_REGIONS: "eu-west-1, eu-central-1,eu-west-1",
      MOORING_ACCOUNT_IDS: "123456789012,210987654321",
      MOORING_READ_ROLE_NAME: "mooring-read",
    };
    expect(parseConfig(env)).toMatchObject({
      region: "eu-west-1",
      regions: ["eu-west-1", "eu-central-1"],
      accountIds: ["123456789012", "210987654321"],
      readRole: { name: "mooring-read" },
    });
    const readRole = { name: "mooring-read", externalId: "a-secret" };
    expect(parseConfig({ ...env, MOORING_EXTERNAL_ID: "a-secret" })).toMatchObject({ readRole });
  });

  it.each([
    ["MOORING_REGIONS", "eu-west-1;eu-west-2"],
    ["MOORING_ACCOUNT_IDS", "123456789012,42"],
    ["MOORING_READ_ROLE_NAME", "mooring read"],
    ["MOORING_EXTERNAL_ID", "#"],
  ])("names %s where it is %s", (name, value) => {
    const env = { ...sandbox, MOORING_READ_ROLE_NAME: "mooring-read", [name]: value };
    expect(() => parseConfig(env)).toThrow(ConfigError);
    expect(() => parseConfig(env)).toThrow(`${name} is not valid`);
  });

  it.each([
    ["MOORING_ACCOUNT_IDS", "123456789012"],
    ["MOORING_EXTERNAL_ID", "a-secret"],
  ])("asks for the role's name where there is only %s", (name, value) => {
    expect(() => parseConfig({ ...sandbox, [name]: value })).toThrow(
      `${name} is set without MOORING_READ_ROLE_NAME`,
    );
  });

  it("takes what the environment says, and blank as absent", () => {
    const env = {
      ...sandbox,
      PORT: "0",
      HOST: "localhost",
      MOORING_DATA_DIR: "/data",
      DATABASE_URL: "postgresql://u:p@db/mooring",
      AWS_REGION: "ap-south-1",
      NODE_ENV: "production",
    };
    expect(parseConfig(env)).toMatchObject({
      port: 0,
      host: "localhost",
      dataDir: "/data",
      databaseUrl: "postgresql://u:p@db/mooring",
      region: "ap-south-1",
      isProduction: true,
    });
    expect(parseConfig({ ...sandbox, PORT: "", DATABASE_URL: "", HOST: "" })).toMatchObject({ port: 3000 });
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "example.com", "127.0.0.1.evil.test"])(
    "refuses HOST=%s",
    (HOST) => {
      expect(() => parseConfig({ ...sandbox, HOST })).toThrow(`HOST=${HOST} is refused`);
    },
  );

  it.each(["127.0.0.1", "localhost", "::1", "127.8.0.1"])("listens on HOST=%s", (HOST) => {
    expect(parseConfig({ ...sandbox, HOST }).host).toBe(HOST);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://db"],
    ["AWS_ENDPOINT_URL", "not a url"],
  ])("names %s where it is %s", (name, value) => {
    expect(() => parseConfig({ ...sandbox, [name]: value })).toThrow(ConfigError);
    expect(() => parseConfig({ ...sandbox, [name]: value })).toThrow(`${name} is not valid`);
  });

  it("refuses to play where an endpoint is not this machine, or there is none", () => {
    expect(() => parseConfig({ AWS_ENDPOINT_URL: "https://ec2.eu-west-1.amazonaws.com" })).toThrow(
      "AWS_ENDPOINT_URL points at ec2.eu-west-1.amazonaws.com",
    );
    const lambda = { ...sandbox, AWS_ENDPOINT_URL_LAMBDA: "http://10.0.0.1:1" };
    expect(() => parseConfig(lambda)).toThrow("AWS_ENDPOINT_URL_LAMBDA points at 10.0.0.1");
    expect(() => parseConfig({})).toThrow("AWS_ENDPOINT_URL is not set");
  });

  it("looks at real AWS with MOORING_AWS=1 only, with a region that somebody named", () => {
    expect(parseConfig({ MOORING_AWS: "1", AWS_REGION: "eu-north-1" })).toMatchObject({
      mode: "aws",
      endpoint: null,
      region: "eu-north-1",
    });
    expect(parseConfig({ MOORING_AWS: "1" }, "us-west-2").region).toBe("us-west-2");
    expect(() => parseConfig({ MOORING_AWS: "1" })).toThrow("No AWS region is known");
    expect(parseConfig({ ...sandbox, MOORING_AWS: "true" }).mode).toBe("sandbox");
  });
});
