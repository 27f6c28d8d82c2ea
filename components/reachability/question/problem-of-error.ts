import { ApiRequestError } from "@/lib/client/api-request-error";
import type { QuestionField } from "@/lib/contract/reachability/read-question";

const fields: readonly [prefix: string, field: QuestionField][] = [
  ["source", "from"],
  ["destination", "to"],
  ["protocol", "protocol"],
  ["port", "port"],
  ["icmp", "protocol"],
];

/** Which field of the form a refusal is about; undefined where it is about none. */
export function problemOfError(error: unknown): { field: QuestionField; message: string } | undefined {
  if (!(error instanceof ApiRequestError)) return undefined;
  const { field: path = "", message } = error.detail;
  const found = fields.find(([prefix]) => path === prefix || path.startsWith(`${prefix}.`));
  return found && { field: found[1], message };
}
