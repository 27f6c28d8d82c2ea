import { cbor } from "@smithy/core/cbor";
import type { ErrorStyle } from "@/lib/sandbox/server/service";
import { signedHeaders, type RawSignature } from "@/lib/testing/signed-headers";

/** A protocol that the sandbox speaks, by a service that speaks it, and a read that every caller may make. */
export interface SpokenProtocol {
  name: string;
  style: ErrorStyle;
  service: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  /** A request that is answered with 200. */
  good: string | Uint8Array<ArrayBuffer>;
  /** The same for an operation that does not exist, and what the service says to it. */
  unknown: { body: string; headers?: Readonly<Record<string, string>>; path?: string; code: string };
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

function query(
  service: string,
  version: string,
  { action, style = "query" }: { action: string; style?: "ec2" | "query" },
): SpokenProtocol {
  return {
    name: `${service} (${style})`,
    style,
    service,
    path: "/",
    headers: FORM,
    good: `Action=${action}&Version=${version}`,
    unknown: { body: `Action=Dance&Version=${version}`, code: "InvalidAction" },
  };
}

function json(
  service: string,
  target: string,
  { action, version = "1.1" }: { action: string; version?: string },
) {
  const type = { "content-type": `application/x-amz-json-${version}` };
  return {
    name: `${service} (json)`,
    style: "json",
    service,
    path: "/",
    headers: { ...type, "x-amz-target": `${target}.${action}` },
    good: "{}",
    unknown: {
      body: "{}",
      headers: { ...type, "x-amz-target": `${target}.Dance` },
      code: "UnknownOperationException",
    },
  } satisfies SpokenProtocol;
}

const CBOR_SERVICE = "GraniteServiceVersion20100801";
const EMPTY_MAP = new Uint8Array([0xa0]);

/** JSON by other bytes: the codes are the same. */
const cloudWatchCbor: SpokenProtocol = {
  name: "monitoring (cbor)",
  style: "json",
  service: "monitoring",
  path: `/service/${CBOR_SERVICE}/operation/ListMetrics`,
  headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
  good: EMPTY_MAP,
  unknown: {
    body: "",
    path: `/service/${CBOR_SERVICE}/operation/Dance`,
    code: "UnknownOperationException",
  },
};

export const PROTOCOLS: readonly SpokenProtocol[] = [
  query("ec2", "2016-11-15", { action: "DescribeVpcs", style: "ec2" }),
  query("iam", "2010-05-08", { action: "ListRoles" }),
  query("sts", "2011-06-15", { action: "GetCallerIdentity" }),
  query("rds", "2014-10-31", { action: "DescribeDBInstances" }),
  query("elasticache", "2015-02-02", { action: "DescribeCacheClusters" }),
  query("elasticloadbalancing", "2015-12-01", { action: "DescribeLoadBalancers" }),
  query("monitoring", "2010-08-01", { action: "ListMetrics" }),
  cloudWatchCbor,
  json("monitoring", CBOR_SERVICE, { action: "ListMetrics", version: "1.0" }),
  json("servicequotas", "ServiceQuotasV20190624", { action: "ListServices" }),
  json("organizations", "AWSOrganizationsV20161128", { action: "ListAccounts" }),
  {
    name: "lambda (rest-json)",
    style: "lambda",
    service: "lambda",
    path: "/2015-03-31/functions",
    headers: { "content-type": "application/json" },
    good: "",
    unknown: { body: "{}", path: "/2015-03-31/dances", code: "UnknownOperationException" },
  },
];

/** What a test changes in a request that is otherwise good. */
export interface Change {
  body?: string | Uint8Array<ArrayBuffer>;
  path?: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  signature?: Partial<RawSignature>;
  /** In place of what a signature adds. */
  signed?: Readonly<Record<string, string>>;
}

/** Sends a protocol's good request with these changes. Lambda's good one is a GET, as it has no body. */
export async function send(url: string, protocol: SpokenProtocol, change: Change = {}): Promise<Response> {
  const body = change.body ?? protocol.good;
  const method = change.method ?? (body === "" && protocol.style === "lambda" ? "GET" : "POST");
  const signed = change.signed ?? signedHeaders({ service: protocol.service, ...change.signature });
  return fetch(`${url}${change.path ?? protocol.path}`, {
    method,
    headers: { ...protocol.headers, ...change.headers, ...signed },
    ...(method === "GET" ? {} : { body }),
  });
}

export interface WireError {
  status: number;
  code: string;
  message: string;
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const XML = '<\\?xml version="1.0" encoding="UTF-8"\\?>\\n';
const DETAIL = "<Code>([A-Za-z.]+)</Code><Message>([^<]*)</Message>";
const EC2_ERROR = new RegExp(
  `^${XML}<Response><Errors><Error>${DETAIL}</Error></Errors><RequestID>${UUID}</RequestID></Response>$`,
);
const QUERY_ERROR = new RegExp(
  `^${XML}<ErrorResponse xmlns="https?://[a-z]+\\.amazonaws\\.com/doc/[\\d-]+/"><Error><Type>Sender</Type>${DETAIL}</Error><RequestId>${UUID}</RequestId></ErrorResponse>$`,
);

function refuse(why: string, text: string): never {
  throw new Error(`Not the protocol's envelope, ${why}: ${text.slice(0, 500)}`);
}

function readXml(response: Response, text: string, envelope: RegExp): WireError {
  const [, code, message] = envelope.exec(text) ?? refuse("body", text);
  if (response.headers.get("content-type") !== "text/xml;charset=UTF-8") refuse("content type", text);
  return { status: response.status, code: code ?? "", message: message ?? "" };
}

function readJsonError(response: Response, bytes: Uint8Array, style: "json" | "lambda"): WireError {
  const text = Buffer.from(bytes).toString("utf8");
  const contentType = response.headers.get("content-type") ?? "";
  const isCbor = contentType === "application/cbor";
  // Whatever it is, only members that are text are read from it.
  const body = (isCbor ? cbor.deserialize(bytes) : JSON.parse(text)) as Record<string, unknown>;
  const code = style === "json" ? body["__type"] : response.headers.get("x-amzn-errortype");
  const message = body["message"] ?? body["Message"];
  if (typeof code !== "string" || typeof message !== "string") refuse("body", text);
  if (isCbor) {
    if (response.headers.get("smithy-protocol") !== "rpc-v2-cbor") refuse("protocol", text);
    const [namespace, shape = ""] = code.split("#");
    if (namespace !== "com.amazonaws.cloudwatch") refuse("namespace", code);
    return { status: response.status, code: shape, message };
  }
  const type = style === "json" ? /^application\/x-amz-json-1\.[01]$/ : /^application\/json$/;
  if (!type.test(contentType)) refuse("content type", text);
  return { status: response.status, code, message };
}

/** The error in an answer. Throws Error where it is not in the exact envelope of its protocol. */
export async function readError(response: Response, style: ErrorStyle): Promise<WireError> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Buffer.from(bytes).toString("utf8");
  if (!new RegExp(`^${UUID}$`).test(response.headers.get("x-amzn-requestid") ?? ""))
    refuse("request id", text);
  if (style === "ec2") return readXml(response, text, EC2_ERROR);
  if (style === "query") return readXml(response, text, QUERY_ERROR);
  return readJsonError(response, bytes, style);
}
