import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addOtherAccount } from "@/lib/testing/add-other-account";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { PROTOCOLS, readError, send, type Change, type SpokenProtocol } from "./protocols.test-builder";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  // An organization is in use only where there is more than one account.
  addOtherAccount(sandbox.world);
});
afterAll(() => sandbox.close());

const TEN_MB = "x".repeat(10 * 1024 * 1024);
const NOISE = new Uint8Array(4096).map((_byte, index) => 128 + ((index * 31) % 128));

describe.each(PROTOCOLS)("$name", (protocol: SpokenProtocol) => {
  const { style } = protocol;
  const isForm = style === "ec2" || style === "query";
  const isCbor = protocol.headers["content-type"] === "application/cbor";
  const refusal = async (change: Change) => readError(await send(sandbox.url, protocol, change), style);
  const codeOf = async (change: Change) => (await refusal(change)).code;

  // Whatever a test sent, the next good request is answered, and nothing but AWS's own errors was thrown.
  afterEach(async () => {
    expect((await send(sandbox.url, protocol)).status).toBe(200);
    expect(sandbox.logs.filter((line) => line.includes("failed"))).toEqual([]);
  });

  it("refuses an operation that it does not have", async () => {
    const { body, headers, path, code } = protocol.unknown;
    const change = { body, ...(headers && { headers }), ...(path === undefined ? {} : { path }) };
    const error = await refusal(change);
    expect(error).toMatchObject({ code, status: style === "lambda" ? 404 : 400 });
    if (style === "query") {
      expect(error.message).toMatch(/^Could not find operation Dance for version \d{4}-\d\d-\d\d$/);
    }
  });

  it("refuses another protocol's body", async () => {
    if (isForm) {
      const body = '{"Action":"DescribeVpcs"}';
      expect(await codeOf({ body })).toBe("MissingAction");
      expect(await codeOf({ body, headers: { "content-type": "application/json" } })).toBe("MissingAction");
    } else if (style === "json") {
      expect(await codeOf({ body: "Action=ListRoles&Version=2010-05-08" })).toBe("SerializationException");
      const elsewhere = isCbor
        ? { path: "/service/EC2/operation/DescribeVpcs" }
        : { headers: { "x-amz-target": "EC2.DescribeVpcs" } };
      expect(await codeOf(elsewhere)).toBe("UnknownOperationException");
    } else {
      expect(await codeOf({ body: "Action=ListFunctions&Version=2015-03-31" })).toBe(
        "InvalidRequestContentException",
      );
      expect(await codeOf({ body: "Action=ListFunctions", path: "/" })).toBe("UnknownOperationException");
    }
  });

  it("refuses a body of 10 MB", async () => {
    const error = await refusal({
      body: isForm ? `${String(protocol.good)}&X=${TEN_MB}` : `{"X":"${TEN_MB}"}`,
    });
    const expected = {
      ec2: { status: 413, code: "RequestEntityTooLarge" },
      query: { status: 413, code: "RequestEntityTooLarge" },
      json: { status: 413, code: "RequestEntityTooLargeException" },
      // Lambda takes more than that, for code: what is missing in it is found.
      lambda: { status: 400, code: "ValidationException" },
    };
    expect(error).toMatchObject(expected[style]);
  });

  it("refuses bytes that are no text", async () => {
    const expected = {
      ec2: "MissingAction",
      query: "MissingAction",
      json: "SerializationException",
      lambda: "InvalidRequestContentException",
    };
    expect(await codeOf({ body: NOISE })).toBe(expected[style]);
    if (isForm) return;
    const invalidUtf8 = new Uint8Array([
      ...Buffer.from('{"FunctionName":"'),
      0xff,
      0xfe,
      ...Buffer.from('"}'),
    ]);
    expect(await codeOf({ body: invalidUtf8 })).toBe(expected[style]);
  });

  it("refuses, or sees through, what is nested 10,000 levels deep", async () => {
    if (isForm) {
      const body = `${String(protocol.good)}&${"A.1.member.".repeat(10_000)}B=1`;
      const response = await send(sandbox.url, protocol, { body });
      // A name that no operation knows: EC2 refuses it, the other services overlook it.
      if (style === "query") expect(response.status).toBe(200);
      else expect((await readError(response, style)).code).toBe("UnknownParameter");
      return;
    }
    if (isCbor) {
      // A list of one, of a list of one, …, and the same with maps of an empty name.
      const lists = new Uint8Array(10_000).fill(0x81);
      const maps = Uint8Array.from({ length: 20_000 }, (_byte, index) => (index % 2 === 0 ? 0xa1 : 0x60));
      expect(await codeOf({ body: lists })).toBe("SerializationException");
      expect(await codeOf({ body: maps })).toBe("SerializationException");
      expect(await codeOf({ body: new Uint8Array(2_000_000).fill(0x81) })).toBe("SerializationException");
      return;
    }
    const lists = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const code = await codeOf({ body: lists });
    expect(code).toBe("SerializationException");
    const broken = await codeOf({ body: '{"a":'.repeat(10_000) });
    expect(broken).toBe(style === "lambda" ? "InvalidRequestContentException" : "SerializationException");
  });
});

describe.each(PROTOCOLS.filter(({ style }) => style === "ec2" || style === "query"))(
  "$name demands a version",
  (protocol) => {
    const [action = "", version = ""] = String(protocol.good).split("&");
    const refusal = async (body: string) =>
      readError(await send(sandbox.url, protocol, { body }), protocol.style);

    it("and has only its own", async () => {
      const none = await refusal(action);
      const other = await refusal(`${action}&Version=1999-01-01`);
      if (protocol.style === "ec2") {
        expect(none).toMatchObject({
          status: 400,
          code: "MissingParameter",
          message: "The request must contain the parameter Version",
        });
        expect(other).toMatchObject({ status: 400, code: "NoSuchVersion" });
        return;
      }
      const operation = action.replace("Action=", "");
      expect(none).toMatchObject({
        status: 400,
        code: "InvalidAction",
        message: `Could not find operation ${operation} for version NO_VERSION_SPECIFIED`,
      });
      expect(other.message).toBe(`Could not find operation ${operation} for version 1999-01-01`);
    });

    it("and an action", async () => {
      expect(await refusal(version)).toMatchObject({ status: 400, code: "MissingAction" });
    });
  },
);
