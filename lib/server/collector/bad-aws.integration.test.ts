import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CoverageEntry } from "@/lib/core/network/snapshot";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients } from "../aws/aws-clients";
import { collectCapture, type CollectedCapture } from "./reading/collect-capture.test-builder";

/** One request on its way to the sandbox: what it asks for, how often that was asked before, and its answer to be bent. */
interface Passing {
  body: string;
  asked: number;
  request: IncomingMessage;
  response: ServerResponse;
  /** The sandbox's answer; these headers are sent instead of the request's. */
  forward(
    headers?: IncomingMessage["headers"],
  ): Promise<{ status: number; headers: IncomingMessage["headers"]; text: string }>;
}

/** Answers the request itself and gives true, or leaves it to the sandbox. */
type Bend = (passing: Passing) => boolean | Promise<boolean>;

let sandbox: TestSandbox;
let bend: Bend = () => false;
const asked = new Map<string, number>();

const proxy = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    void pass(request, response, Buffer.concat(chunks).toString("utf8"));
  });
});

async function pass(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
  const key = `${request.method ?? ""} ${request.url ?? ""} ${body}`;
  asked.set(key, (asked.get(key) ?? 0) + 1);
  const forward: Passing["forward"] = (headers) => forwarded(request, body, headers);
  const passing = { body, asked: asked.get(key) ?? 1, request, response, forward };
  if (await bend(passing)) return;
  const { status, headers, text } = await forward();
  response.writeHead(status, withoutLength(headers)).end(text);
}

function withoutLength(headers: IncomingMessage["headers"]): IncomingMessage["headers"] {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name)),
  );
}

function forwarded(
  { method, url = "", headers: own }: IncomingMessage,
  body: string,
  changed: IncomingMessage["headers"] = {},
): ReturnType<Passing["forward"]> {
  return new Promise((resolve, reject) => {
    const headers = { ...own, ...changed };
    const onward = send(`${sandbox.url}${url}`, { method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, text });
      });
    });
    onward.on("error", reject).end(body);
  });
}

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "demo" });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  bend = () => false;
  asked.clear();
  await sandbox.control("DELETE", "faults");
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await sandbox.close();
});

async function collect(): Promise<CollectedCapture> {
  // A server that listens on TCP has an address and a port.
  const { port } = proxy.address() as AddressInfo;
  const { region, credentials } = sandbox;
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const aws = createAwsClients({ mode: "sandbox", region, endpoint, credentials });
  try {
    return await collectCapture({ aws, region });
  } finally {
    aws.destroy();
  }
}

const gaps = ({ capture }: CollectedCapture) => capture.coverage.filter(({ status }) => status !== "ok");
const entryOf = ({ capture }: CollectedCapture, call: string): CoverageEntry | undefined =>
  capture.coverage.find((one) => one.call === call);
const asks = ({ body }: Passing, operation: string) => body.includes(`Action=${operation}&`);

function answerXml({ response }: Passing, text: string): true {
  response.writeHead(200, { "content-type": "text/xml" }).end(text);
  return true;
}

/** The sandbox's clock is this machine's: what was signed for another clock is passed on as signed by its own. */
function signedNow({ headers }: IncomingMessage): IncomingMessage["headers"] {
  const now = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const day = `/${now.slice(0, 8)}/`;
  const authorization = headers.authorization?.replace(/\/\d{8}\//, day);
  return { "x-amz-date": now, ...(authorization === undefined ? {} : { authorization }) };
}

/** A refusal in the envelope of the protocol that was spoken. */
function refuse(
  { body, request, response }: Passing,
  code: string,
  headers: Record<string, string> = {},
): true {
  const error = `<Error><Code>${code}</Code><Message>refused</Message></Error>`;
  const isEc2 = body.includes("Version=2016-11-15");
  const xml = isEc2
    ? `<Response><Errors>${error}</Errors></Response>`
    : `<ErrorResponse>${error}</ErrorResponse>`;
  response.writeHead(403, { ...headers, "x-amzn-errortype": code });
  response.end(request.url === "/" ? xml : JSON.stringify({ message: "refused" }));
  return true;
}

describe("collecting from an AWS that misbehaves", () => {
  it("leaves no gap where every request fails with 500 the first time", async () => {
    bend = (passing) => {
      if (passing.asked > 1) return false;
      passing.response.writeHead(500, { "content-type": "text/xml" }).end("<oops/>");
      return true;
    };
    const collected = await collect();
    expect(gaps(collected)).toEqual([]);
    expect(entryOf(collected, "DescribeVpcs")).toMatchObject({ requests: 2, retries: 1, throttled: 0 });
  });

  it("leaves no gap where connections are reset", async () => {
    bend = (passing) => {
      if (passing.asked > 1) return false;
      passing.request.socket.destroy();
      return true;
    };
    const collected = await collect();
    expect(gaps(collected)).toEqual([]);
    expect(entryOf(collected, "DescribeSubnets")?.retries).toBeGreaterThan(0);
  });

  it("reads again what was cut off on its way", async () => {
    bend = async (passing) => {
      if (passing.asked > 1 || !asks(passing, "DescribeSubnets")) return false;
      const { text } = await passing.forward();
      return answerXml(passing, text.slice(0, text.length / 2));
    };
    const collected = await collect();
    expect(gaps(collected)).toEqual([]);
    expect(entryOf(collected, "DescribeSubnets")).toMatchObject({ requests: 2, retries: 1 });
  });

  it("takes a page token that repeats for a gap, and nothing of that call for the whole", async () => {
    let first: string | undefined;
    bend = async (passing) => {
      if (!asks(passing, "DescribeSubnets")) return false;
      first ??= (await passing.forward()).text;
      const end = "</DescribeSubnetsResponse>";
      return answerXml(passing, first.replace(end, `<nextToken>again</nextToken>${end}`));
    };
    const collected = await collect();
    expect(gaps(collected)).toMatchObject([
      { call: "DescribeSubnets", status: "failed", requests: 2, error: { code: "PaginationError" } },
    ]);
    expect(collected.capture.resources).not.toHaveProperty("Subnets");
  });

  it("goes on after an empty page that has a token", async () => {
    bend = (passing) =>
      asks(passing, "DescribeVpcs") && !passing.body.includes("NextToken=")
        ? answerXml(
            passing,
            '<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><vpcSet/><nextToken>more</nextToken></DescribeVpcsResponse>',
          )
        : false;
    bend = withoutToken(bend, "DescribeVpcs");
    const collected = await collect();
    expect(gaps(collected)).toEqual([]);
    expect(entryOf(collected, "DescribeVpcs")).toMatchObject({ requests: 2 });
    expect(collected.capture.resources.Vpcs?.length).toBeGreaterThanOrEqual(3);
  });

  it("takes an answer without its list for a gap, and not for an empty list", async () => {
    bend = (passing) =>
      asks(passing, "DescribeRouteTables") &&
      answerXml(
        passing,
        '<DescribeRouteTablesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId></DescribeRouteTablesResponse>',
      );
    const collected = await collect();
    expect(gaps(collected)).toMatchObject([
      { call: "DescribeRouteTables", status: "failed", error: { code: "MissingListError" } },
    ]);
    expect(collected.capture.resources).not.toHaveProperty("RouteTables");
  });

  it("sets its clock by AWS's where the two are ten minutes apart", async () => {
    const skewMs = 10 * 60_000;
    bend = async (passing) => {
      const signedAt = String(passing.request.headers["x-amz-date"]).replace(
        /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
        "$1-$2-$3T$4:$5:$6Z",
      );
      const now = Date.now() + skewMs;
      const date = new Date(now).toUTCString();
      if (Math.abs(Date.parse(signedAt) - now) < 5 * 60_000) {
        const { status, headers, text } = await passing.forward(signedNow(passing.request));
        passing.response.writeHead(status, { ...withoutLength(headers), date }).end(text);
        return true;
      }
      const code = passing.request.url === "/" ? "RequestTimeTooSkewed" : "InvalidSignatureException";
      return refuse(passing, code, { date });
    };
    const collected = await collect();
    expect(gaps(collected)).toEqual([]);
    expect(entryOf(collected, "ListFunctions")?.retries).toBeGreaterThan(0);
  });

  it("says of a region that is not enabled that no call was accepted", async () => {
    bend = (passing) =>
      refuse(passing, passing.request.url === "/" ? "AuthFailure" : "UnrecognizedClientException");
    const { capture, outage } = await collect();
    expect(outage).toBeDefined();
    expect(new Set(capture.coverage.map(({ status }) => status))).toEqual(new Set(["failed", "absent"]));
    expect(capture.resources).toEqual({});
  });
});

/** The sandbox refuses a token that it did not give: what carries one is passed on without it. */
function withoutToken(inner: Bend, operation: string): Bend {
  return async (passing) => {
    if (await inner(passing)) return true;
    if (!asks(passing, operation) || !passing.body.includes("NextToken=")) return false;
    const { text } = await forwarded(
      bareRequest(passing.request),
      passing.body.replace(/&NextToken=[^&]*/, ""),
    );
    return answerXml(passing, text);
  };
}

function bareRequest(request: IncomingMessage): IncomingMessage {
  request.headers = withoutLength(request.headers);
  return request;
}
