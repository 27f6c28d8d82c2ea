import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { addOtherAccount } from "@/lib/testing/add-other-account";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { PROTOCOLS, readError, send, type Change } from "../malformed/protocols.test-builder";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  // An organization is in use only where there is more than one account.
  addOtherAccount(sandbox.world);
});
afterAll(() => sandbox.close());

const UNSIGNED = {
  ec2: { status: 401, code: "AuthFailure" },
  query: { status: 403, code: "MissingAuthenticationToken" },
  lambda: { status: 403, code: "MissingAuthenticationTokenException" },
  json: { status: 400, code: "MissingAuthenticationTokenException" },
};
const INCOMPLETE = {
  ec2: { status: 400, code: "IncompleteSignature" },
  query: { status: 400, code: "IncompleteSignature" },
  lambda: { status: 403, code: "IncompleteSignatureException" },
  json: { status: 400, code: "IncompleteSignatureException" },
};
const MISMATCH = {
  ec2: { status: 401, code: "AuthFailure" },
  query: { status: 403, code: "SignatureDoesNotMatch" },
  lambda: { status: 403, code: "InvalidSignatureException" },
  json: { status: 400, code: "InvalidSignatureException" },
};
const UNKNOWN_KEY = {
  ec2: { status: 401, code: "AuthFailure" },
  query: { status: 403, code: "InvalidClientTokenId" },
  lambda: { status: 403, code: "UnrecognizedClientException" },
  json: { status: 400, code: "UnrecognizedClientException" },
};
const EXPIRED = { ...MISMATCH, ec2: { status: 400, code: "RequestExpired" } };
const MINUTE = 60_000;

describe.each(PROTOCOLS)("$name", (protocol) => {
  const { style, service } = protocol;
  const refusal = async (change: Change) => readError(await send(sandbox.url, protocol, change), style);
  const good = () => signedHeaders({ service });
  /** The good signature with its header changed. */
  const altered = (change: (header: string) => string) => {
    const signed = good();
    return { signed: { ...signed, authorization: change(signed.authorization) } };
  };

  afterEach(async () => {
    expect((await send(sandbox.url, protocol)).status).toBe(200);
  });

  it("knows no key in a region that the account has not opted in to", async () => {
    const elsewhere = altered((header) => header.replace("eu-west-1", "me-south-1"));
    expect(await refusal(elsewhere)).toMatchObject(UNKNOWN_KEY[style]);
  });

  it("refuses a request without a signature", async () => {
    // Only its form tells whom such a request is for: Service Quotas' and the others' is their target.
    expect(await refusal({ signed: {} })).toMatchObject(UNSIGNED[style]);
  });

  it("names each part that the header lacks", async () => {
    expect(await refusal(altered((header) => header.replace(/SignedHeaders=[^,]+, /, "")))).toMatchObject({
      ...INCOMPLETE[style],
      message: "Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256",
    });
    expect(await refusal(altered((header) => header.replace(/, Signature=.+/, "")))).toMatchObject({
      ...INCOMPLETE[style],
      message: "Authorization header requires 'Signature' parameter. Authorization=AWS4-HMAC-SHA256",
    });
    expect(await refusal({ signed: { authorization: "Bearer abc" } })).toMatchObject({
      ...INCOMPLETE[style],
      message:
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
        "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a " +
        "'X-Amz-Date' or a 'Date' header. Authorization=Bearer",
    });
  });

  it("refuses a credential scope that is no scope, or another's", async () => {
    const scope = (text: string) =>
      altered((header) => header.replace(/Credential=[^,]+/, `Credential=${text}`));
    const day = good()["x-amz-date"].slice(0, 8);
    for (const text of ["AKIAANY", `AKIAANY/${day}/eu-west-1/${service}`, `/${day}/eu-west-1/${service}/x`]) {
      expect(await refusal(scope(text))).toMatchObject({
        ...INCOMPLETE[style],
        message: `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${text}'`,
      });
    }
    expect(await refusal(scope(`AKIAANY/${day}/mars-1/${service}/aws4_request`))).toMatchObject({
      ...MISMATCH[style],
      message: "Credential should be scoped to a valid region.",
    });
    expect(await refusal(scope(`AKIAANY/${day}/eu-west-1/tango/aws4_request`))).toMatchObject({
      ...MISMATCH[style],
      message: `Credential should be scoped to correct service: '${service}'.`,
    });
    expect(await refusal(scope(`AKIAANY/${day}/eu-west-1/${service}/aws3`))).toMatchObject({
      ...MISMATCH[style],
      message: "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws3'.",
    });
    expect(await refusal(scope(`AKIAANY/19990101/eu-west-1/${service}/aws4_request`))).toMatchObject({
      ...MISMATCH[style],
      message: expect.stringContaining("Date in Credential scope does not match YYYYMMDD") as string,
    });
  });

  it("refuses a date that is missing or cannot be read", async () => {
    expect(await refusal({ signed: { authorization: good().authorization } })).toMatchObject({
      ...INCOMPLETE[style],
      message: expect.stringContaining("'X-Amz-Date' or a 'Date' header.") as string,
    });
    for (const date of ["yesterday", "20261399T999999Z", "2026-11-27"]) {
      expect(await refusal({ signed: { ...good(), "x-amz-date": date } })).toMatchObject({
        ...INCOMPLETE[style],
        message: `Date must be in ISO-8601 'basic format'. Got '${date}'. See http://en.wikipedia.org/wiki/ISO_8601`,
      });
    }
  });

  it("refuses the clock of somebody who is too far off, either way", async () => {
    const limit = style === "ec2" || style === "query" ? 15 : 5;
    for (const direction of [-1, 1]) {
      const at = (minutes: number) => ({ signature: { at: Date.now() + direction * minutes * MINUTE } });
      expect((await send(sandbox.url, protocol, at(limit - 0.5))).status).toBe(200);
      const error = await refusal(at(limit + 0.5));
      expect(error).toMatchObject(EXPIRED[style]);
      if (style === "ec2") expect(error.message).toBe("Request has expired.");
      else {
        expect(error.message).toMatch(
          direction === -1
            ? /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - \d+ min\.\)$/
            : /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ \d+ min\.\)$/,
        );
      }
    }
  });

  it("refuses a presigned form that is broken, doubled or past its time", async () => {
    const { authorization, "x-amz-date": date } = good();
    const credential = /Credential=([^,]+)/.exec(authorization)?.[1] ?? "";
    const presigned = (change: Record<string, string | undefined>) => {
      const parts: Record<string, string | undefined> = {
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": credential,
        "X-Amz-Date": date,
        "X-Amz-Expires": "60",
        "X-Amz-SignedHeaders": "host",
        "X-Amz-Signature": "00",
        ...change,
      };
      const given = Object.entries(parts).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      );
      return { signed: {}, path: `${protocol.path}?${new URLSearchParams(given).toString()}` };
    };
    expect((await send(sandbox.url, protocol, presigned({}))).status).toBe(200);
    expect(await refusal(presigned({ "X-Amz-Signature": undefined, "X-Amz-Date": "" }))).toMatchObject({
      ...INCOMPLETE[style],
      message:
        "AWS query-string parameters must include 'X-Amz-Signature'. AWS query-string parameters must include " +
        "'X-Amz-Date'. Re-examine the query-string parameters.",
    });
    expect(await refusal({ ...presigned({}), signed: good() })).toMatchObject({
      ...MISMATCH[style],
      message: "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    });
    const old = signedHeaders({ service, at: Date.now() - 2 * MINUTE });
    const change = {
      "X-Amz-Date": old["x-amz-date"],
      "X-Amz-Credential": /Credential=([^,]+)/.exec(old.authorization)?.[1],
    };
    expect(await refusal(presigned(change))).toMatchObject(EXPIRED[style]);
    expect((await send(sandbox.url, protocol, presigned({ ...change, "X-Amz-Expires": "600" }))).status).toBe(
      200,
    );
  });
});
