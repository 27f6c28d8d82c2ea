import { changeKind, type VerdictChange } from "../../../reachability/matrix/verdict-changes";
import { inWords } from "../../name-and-id";
import type { Check, CheckOutcome } from "../check";
import { pass } from "../check";

/** Losing a service is losing the internet or an endpoint; these are what a person asks for by name. */
const NAMED: ReadonlySet<VerdictChange["target"]["kind"]> = new Set([
  "internet",
  "db-instance",
  "cache-cluster",
]);

/** The internet, databases and caches that the function reaches now and would not, or not always, any more. */
export const losesAccess: Check = {
  code: "loses-access",
  title: "What it would no longer reach",
  evaluate: ({ kind, verdictChanges }) => {
    if (kind === "create-function") return null;
    if (verdictChanges.status === "unread") {
      const message = `What the function reaches could not be evaluated: ${verdictChanges.reason}.`;
      return { status: "unknown", message, nextStep: "Make sure that it still reaches what it needs." };
    }
    return judge(
      verdictChanges.value.changes.filter(
        ({ target, before }) => NAMED.has(target.kind) && (before === "reachable" || before === "mixed"),
      ),
    );
  },
};

function judge(reached: readonly VerdictChange[]): CheckOutcome {
  const kinds = new Map(reached.map((change) => [change, changeKind(change)]));
  const of = (wanted: string) => reached.filter((change) => kinds.get(change) === wanted);
  const [lost, mixed, unclear] = [of("lost"), of("mixed"), of("unclear")];
  const parts = [
    sentence("It loses", lost, "."),
    sentence("It reaches", mixed, " only sometimes: its subnets differ."),
    sentence("Whether it still reaches", unclear, " is not known."),
  ].filter((part) => part !== "");
  const named = [...lost, ...mixed, ...unclear];
  if (named.length === 0) return pass("It keeps its access to the internet, databases and caches.");
  return {
    status: lost.length + mixed.length > 0 ? "warn" : "unknown",
    message: parts.join(" "),
    evidence: named.map(({ target, before, after }) => ({
      fact: `${target.label} on ${String(target.protocol)} ${target.port}: ${before} now, ${after} afterwards`,
    })),
    nextStep: "Make sure that the function does not need it, or choose other subnets and security groups.",
  };
}

function sentence(start: string, changes: readonly VerdictChange[], end: string): string {
  return changes.length === 0 ? "" : `${start} ${inWords(changes.map(nameOf))}${end}`;
}

function nameOf({ target: { kind, label } }: VerdictChange): string {
  return kind === "internet" ? "the internet" : label;
}
