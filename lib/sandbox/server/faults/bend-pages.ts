import type { NormalizedSchema } from "@smithy/core/schema";
import type { Fault } from "../../world/world";
import { matchesOperation } from "../apply-faults";

type Members = Record<string, unknown>;

/** Where the protocols put the token of the next page, and where the one that a request continues. */
const OUTPUT_TOKENS = ["NextToken", "NextMarker", "Marker"];
const INPUT_TOKENS = ["NextToken", "Marker"];
/** Stands for the beginning: an empty page hands it out. */
const AFTER_EMPTY_PAGE = "sandbox-after-an-empty-page";

function findToken(members: Members, names: readonly string[]): string | undefined {
  return names.find((name) => typeof members[name] === "string");
}

function isRecord(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function withoutMembers(value: unknown, members: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutMembers(item, members));
  if (!isRecord(value) || value instanceof Uint8Array) return value;
  const kept = Object.entries(value).filter(([name]) => !members.includes(name));
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutMembers(member, members)]));
}

/** The member of an output that holds the next page's token, where the operation has pages. */
function tokenMemberOf(output: NormalizedSchema): string | undefined {
  const members = output.isStructSchema() ? [...output.structIterator()].map(([name]) => name) : [];
  return OUTPUT_TOKENS.find((name) => members.includes(name));
}

/** The next page is the one that was asked for, for ever. */
function repeatToken(output: Members, input: Members): Members {
  const name = findToken(output, OUTPUT_TOKENS);
  const asked = findToken(input, INPUT_TOKENS);
  return name === undefined || asked === undefined ? output : { ...output, [name]: input[asked] };
}

function emptied(output: Members, tokenName: string): Members {
  const lists = Object.entries(output).map(
    ([name, value]) => [name, Array.isArray(value) ? [] : value] as const,
  );
  const truncated = "IsTruncated" in output ? { IsTruncated: true } : {};
  return { ...Object.fromEntries(lists), ...truncated, [tokenName]: AFTER_EMPTY_PAGE };
}

/**
 * An operation under the faults that bend answers: a page token that repeats itself, an empty page that has a token, and
 * members that are missing.
 */
export function bendPages(
  faults: readonly Fault[],
  call: { name: string; input: Members; output: NormalizedSchema },
  run: (input: Members) => object,
): object {
  const active = faults.filter(
    (fault) => "operation" in fault && matchesOperation(fault.operation, call.name),
  );
  const tokenName = tokenMemberOf(call.output);
  const asked = findToken(call.input, INPUT_TOKENS);
  const isAfterEmpty = asked !== undefined && call.input[asked] === AFTER_EMPTY_PAGE;
  const input = isAfterEmpty ? { ...call.input, [asked]: undefined } : call.input;
  let output: Members = { ...run(input) };
  for (const fault of active) {
    if (fault.kind === "repeated-token") output = repeatToken(output, input);
    if (fault.kind === "empty-page" && tokenName !== undefined && asked === undefined) {
      output = emptied(output, tokenName);
    }
    if (fault.kind === "missing-members") {
      output = Object.fromEntries(
        Object.entries(output).map(([name, value]) => [name, withoutMembers(value, fault.members)]),
      );
    }
  }
  return output;
}
