import { AwsError } from "../aws-error";
import { findOperationSchema } from "./operation-schema";
import type { Protocol } from "./protocol";
import { parseQueryTree } from "./query-tree";
import { readQueryInput, type QueryDialect } from "./read-query";
import type { WireRequest, WireResponse } from "./wire-message";
import { escapeXml, writeXmlMembers } from "./write-xml";

/** Parameters of the envelope: the action, and a signature given in the query string. */
const ENVELOPE = new Set([
  "Action",
  "Version",
  "AWSAccessKeyId",
  "SignatureVersion",
  "SignatureMethod",
  "Signature",
  "Timestamp",
  "Expires",
  "X-Amz-Algorithm",
  "X-Amz-Credential",
  "X-Amz-Date",
  "X-Amz-Expires",
  "X-Amz-Security-Token",
  "X-Amz-SignedHeaders",
  "X-Amz-Signature",
]);

export interface QueryProtocolOptions {
  /** The SDK client module whose exported schemas describe the service. */
  client: object;
  /** `ec2` flattens lists and has its own envelopes; `aws` is everyone else's query protocol. */
  dialect: "ec2" | "aws";
  xmlNamespace: string;
  apiVersion: string;
}

function parametersOf(request: WireRequest): URLSearchParams {
  const body = request.method === "POST" ? Buffer.from(request.body).toString("utf8") : "";
  return body === "" ? request.query : new URLSearchParams(body);
}

/** The last value of a repeated parameter holds, as for any other. */
function lastOf(parameters: URLSearchParams, name: string): string | null {
  return parameters.getAll(name).at(-1) ?? null;
}

function xmlResponse(status: number, body: string, requestId: string, headers = {}): WireResponse {
  return {
    status,
    headers: { "content-type": "text/xml;charset=UTF-8", "x-amzn-requestid": requestId, ...headers },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

function printEc2Error(error: AwsError, requestId: string): string {
  const detail = `<Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
  return `<Response><Errors><Error>${detail}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
}

function printQueryError(error: AwsError, requestId: string, xmlNamespace: string): string {
  const type = error.httpStatus >= 500 ? "Receiver" : "Sender";
  const detail = `<Type>${type}</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
  return `<ErrorResponse xmlns="${xmlNamespace}"><Error>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}

/**
 * The `ec2Query` and `awsQuery` protocols: form parameters in, XML out. Envelopes after "Amazon EC2 API Reference:
 * Common query parameters" and the Smithy specification of `aws.protocols#awsQuery`.
 */
export function createQueryProtocol(options: QueryProtocolOptions): Protocol {
  const { client, dialect, xmlNamespace, apiVersion } = options;
  const isEc2 = dialect === "ec2";
  const reading: QueryDialect = { ec2: isEc2, envelope: ENVELOPE };
  const unknownOperation = (name: string, version: string | null = apiVersion): AwsError =>
    new AwsError(
      "InvalidAction",
      isEc2
        ? `The action ${name.slice(0, 100)} is not valid for this web service.`
        : `Could not find operation ${name.slice(0, 100)} for version ${version?.slice(0, 100) ?? "NO_VERSION_SPECIFIED"}`,
    );
  const checkVersion = (action: string, version: string | null): void => {
    if (version === apiVersion) return;
    if (!isEc2) throw unknownOperation(action, version);
    if (version === null) {
      throw new AwsError("MissingParameter", "The request must contain the parameter Version");
    }
    throw new AwsError("NoSuchVersion", "The specified API version does not exist.");
  };
  return {
    unknownOperation,
    open(request) {
      const parameters = parametersOf(request);
      const action = lastOf(parameters, "Action");
      if (action === null)
        throw new AwsError("MissingAction", "The request must contain the parameter Action");
      checkVersion(action, lastOf(parameters, "Version"));
      const operation = findOperationSchema(client, action);
      if (operation === undefined) throw unknownOperation(action);
      return {
        operation,
        readInput: () => readQueryInput(operation.input, parseQueryTree(parameters), reading),
      };
    },
    print(operation, output, requestId) {
      const members = writeXmlMembers(operation.output, output);
      const { name } = operation;
      if (isEc2) {
        // EC2 operations whose model has no output answer `<return>true</return>`.
        const body = operation.output.isStructSchema() ? members : "<return>true</return>";
        const id = `<requestId>${requestId}</requestId>`;
        return xmlResponse(
          200,
          `<${name}Response xmlns="${xmlNamespace}">${id}${body}</${name}Response>`,
          requestId,
        );
      }
      const result = operation.output.isStructSchema() ? `<${name}Result>${members}</${name}Result>` : "";
      const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
      const body = `<${name}Response xmlns="${xmlNamespace}">${result}${metadata}</${name}Response>`;
      return xmlResponse(200, body, requestId);
    },
    printError(error, requestId) {
      const body = isEc2 ? printEc2Error(error, requestId) : printQueryError(error, requestId, xmlNamespace);
      return xmlResponse(error.httpStatus, body, requestId, error.headers);
    },
  };
}
