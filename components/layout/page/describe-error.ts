import { ApiRequestError } from "@/lib/client/api-request-error";

export interface ErrorDescription {
  message: string;
  facts: { label: string; value: string }[];
  nextStep: string | undefined;
  /** Of a refusal: AWS's encoded message, long and for `DecodeAuthorizationMessage` only. */
  encoded?: string;
}

const ENCODED = /\s*Encoded authorization failure message: (\S+)$/;

/** What a person should know of an error, most telling first. What is no API error is a fault of this app's own. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof ApiRequestError)) {
    return {
      message: "The answer was not what this page expects.",
      facts: [
        { label: "Detail", value: error instanceof Error ? error.message.slice(0, 300) : String(error) },
      ],
      nextStep:
        "Reload the page. If that does not help, the page and the server may be of different versions.",
    };
  }
  const { code, message, field, aws, nextStep, candidates } = error.detail;
  // "There is no operation x." says it all.
  const isNotFound = code === "not_found";
  const facts = [
    { label: "Missing permission", value: aws?.missingPermission },
    { label: "AWS code", value: aws === undefined ? undefined : `${aws.code} (${aws.operation})` },
    { label: "AWS request", value: aws?.requestId },
    { label: "Field", value: isNotFound ? undefined : field },
    { label: "Candidates", value: candidates?.join(", ") },
    { label: "Code", value: isNotFound ? undefined : code },
  ].flatMap(({ label, value }) => (value === undefined || value === "" ? [] : [{ label, value }]));
  const [whole = "", encoded] = ENCODED.exec(message) ?? [];
  return {
    message: message.slice(0, message.length - whole.length),
    facts,
    nextStep,
    ...(encoded !== undefined && { encoded }),
  };
}
