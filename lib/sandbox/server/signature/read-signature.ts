import type { WireRequest } from "../../wire/wire-message";
import { generalError } from "../general-errors";
import type { ErrorStyle, Service } from "../service";
import type { CredentialScope } from "./identify-request";
import { signatureError } from "./signature-errors";
import { checkSignatureTime, readSignatureDate } from "./signature-time";

interface Parts {
  credential: string;
  signedHeaders: string;
  /** The date as the request states it, and how long the signature is to hold where it says so. */
  date: string;
  expiresSeconds: number | undefined;
}

const QUERY_PARTS = [
  "X-Amz-Algorithm",
  "X-Amz-Credential",
  "X-Amz-Signature",
  "X-Amz-SignedHeaders",
  "X-Amz-Date",
];

/** The parts of an Authorization header. Throws AwsError that names each one that is missing, as AWS does. */
function readHeader(style: ErrorStyle, request: WireRequest, header: string): Parts {
  const [scheme = ""] = header.trim().split(/\s/);
  const part = (name: string): string => new RegExp(`[\\s,]${name}=([^,\\s]+)`).exec(header)?.[1] ?? "";
  const date = request.headers["x-amz-date"] ?? request.headers["date"] ?? "";
  const missing = ["Credential", "Signature", "SignedHeaders"]
    .filter((name) => !scheme.startsWith("AWS4-") || part(name) === "")
    .map((name) => `Authorization header requires '${name}' parameter. `);
  if (date === "") {
    missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
  }
  if (missing.length > 0) {
    throw signatureError(style, "incomplete", `${missing.join("")}Authorization=${scheme.slice(0, 100)}`);
  }
  return {
    credential: part("Credential"),
    signedHeaders: part("SignedHeaders"),
    date,
    expiresSeconds: undefined,
  };
}

/** The parts of a presigned query. Throws AwsError that names each one that is missing, as AWS does. */
function readQuery(style: ErrorStyle, { query }: WireRequest): Parts {
  const missing = QUERY_PARTS.filter((name) => (query.get(name) ?? "") === "").map(
    (name) => `AWS query-string parameters must include '${name}'. `,
  );
  if (missing.length > 0) {
    throw signatureError(style, "incomplete", `${missing.join("")}Re-examine the query-string parameters.`);
  }
  const expires = query.get("X-Amz-Expires");
  return {
    credential: query.get("X-Amz-Credential") ?? "",
    signedHeaders: query.get("X-Amz-SignedHeaders") ?? "",
    date: query.get("X-Amz-Date") ?? "",
    expiresSeconds: expires === null ? undefined : Number(expires),
  };
}

function readParts(style: ErrorStyle, request: WireRequest): Parts {
  const header = request.headers["authorization"];
  const isPresigned = QUERY_PARTS.some((name) => request.query.has(name));
  if (header === undefined) {
    if (!isPresigned) throw generalError(style, "unsigned");
    return readQuery(style, request);
  }
  if (isPresigned) {
    throw signatureError(
      style,
      "mismatch",
      "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    );
  }
  return readHeader(style, request, header);
}

function readScope(style: ErrorStyle, credential: string): CredentialScope & { terminator: string } {
  const elements = credential.split("/");
  const [accessKeyId = "", date = "", region = "", serviceName = "", terminator = ""] = elements;
  if (elements.length !== 5 || elements.includes("")) {
    throw signatureError(
      style,
      "incomplete",
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential.slice(0, 200)}'`,
    );
  }
  return { accessKeyId, date, region, serviceName, terminator };
}

/**
 * Whom and what a request is signed for. The signature's value is not checked, its form and time are: in AWS's words as
 * dynalite recorded them. Throws AwsError.
 */
export function readSignature(
  { errorStyle: style, name }: Pick<Service, "errorStyle" | "name">,
  request: WireRequest,
  now: number,
): CredentialScope {
  const { credential, signedHeaders, date: stated, expiresSeconds } = readParts(style, request);
  const { terminator, ...scope } = readScope(style, credential);
  const date = readSignatureDate(style, stated);
  const mismatches = [
    ...(scope.serviceName === name ? [] : [`Credential should be scoped to correct service: '${name}'. `]),
    ...(terminator === "aws4_request"
      ? []
      : [`Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'. `]),
    ...(scope.date === date.basic.slice(0, 8)
      ? []
      : [
          `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${date.basic.slice(0, 8)}', from '${date.basic}'. `,
        ]),
    ...(signedHeaders.toLowerCase().split(";").includes("host")
      ? []
      : ["'Host' must be a 'SignedHeader' in the AWS Authorization. "]),
  ];
  if (mismatches.length > 0)
    throw signatureError(style, "mismatch", mismatches.join("").trim().slice(0, 1000));
  checkSignatureTime(style, { date, expiresSeconds, now });
  return scope;
}
