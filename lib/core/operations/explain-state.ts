import { findReasonCode } from "./reason-codes";
import { toStatusLook, type Tone } from "./state-tone";

/** The six fields of `FunctionConfiguration` that tell how a function is; null or absent where not read. */
export interface FunctionStateFacts {
  state?: string | null | undefined;
  stateReason?: string | null | undefined;
  stateReasonCode?: string | null | undefined;
  lastUpdateStatus?: string | null | undefined;
  lastUpdateStatusReason?: string | null | undefined;
  lastUpdateStatusReasonCode?: string | null | undefined;
}

export interface StateExplanation {
  /** Plain words first, AWS's word behind them. */
  summary: string;
  nextStep: string | null;
  tone: Tone;
}

const plainStates: Record<string, { words: string; nextStep: string | null }> = {
  Active: { words: "Ready", nextStep: null },
  Pending: {
    words: "Being prepared: it can be neither invoked nor changed",
    nextStep: "Wait: Lambda makes it ready by itself, usually within a minute or two.",
  },
  Inactive: {
    words: "Asleep: its network interfaces were taken back",
    nextStep: "Invoke it once to wake it; that first call fails.",
  },
  Failed: {
    words: "Could not be set up when it was created",
    nextStep: "A function in this state does not recover: delete it and create it again.",
  },
  Deactivating: { words: "Being drained of its execution environments", nextStep: null },
  Deactivated: {
    words: "Drained: it has no execution environments",
    nextStep: "Look at its capacity provider.",
  },
  ActiveNonInvocable: {
    words: "Configured, but it has no environment that can be invoked",
    nextStep: "Look at its capacity provider.",
  },
  Deleting: { words: "Being deleted", nextStep: null },
};

/**
 * What a function's state means and what to do next. An update that runs or failed is told before an `Active` state,
 * because the function serves with its old configuration meanwhile. Source: Lambda Developer Guide, "Lambda function
 * states", and the API reference's FunctionConfiguration.
 */
export function explainState(facts: FunctionStateFacts): StateExplanation {
  if (facts.state === "Active" || !facts.state) {
    if (facts.lastUpdateStatus === "InProgress") return explainUpdateInProgress(facts);
    if (facts.lastUpdateStatus === "Failed") return explainFailedUpdate(facts);
  }
  if (!facts.state) {
    return {
      summary: "The state was not read (ListFunctions does not give it).",
      nextStep: "Refresh to read it.",
      tone: "unknown",
    };
  }
  return explainOwnState(facts.state, facts);
}

function explainOwnState(state: string, facts: FunctionStateFacts): StateExplanation {
  const tone = toStatusLook("state", state).tone;
  const plain = Object.hasOwn(plainStates, state) ? plainStates[state] : undefined;
  if (!plain) {
    return {
      summary: `A state that Mooring does not know${inAwsWords(state, facts.stateReasonCode, facts.stateReason)}.`,
      nextStep: "See AWS's documentation of function states.",
      tone,
    };
  }
  const reason = describeReason(facts.stateReasonCode, facts.stateReason);
  return {
    summary: `${plain.words}${inAwsWords(state, facts.stateReasonCode)}.${reason.text}`,
    nextStep:
      state === "Failed" ? joined(reason.nextStep, plain.nextStep) : (reason.nextStep ?? plain.nextStep),
    tone,
  };
}

function explainUpdateInProgress(facts: FunctionStateFacts): StateExplanation {
  return {
    summary: `A change is being carried out; until it ends the function serves with its previous configuration${inAwsWords("InProgress", facts.lastUpdateStatusReasonCode)}.`,
    nextStep: "Wait: further changes are refused until it ends. It can be invoked meanwhile.",
    tone: "progress",
  };
}

function explainFailedUpdate(facts: FunctionStateFacts): StateExplanation {
  const reason = describeReason(facts.lastUpdateStatusReasonCode, facts.lastUpdateStatusReason);
  return {
    summary: `The last change failed; the function still serves with its previous configuration${inAwsWords("Failed", facts.lastUpdateStatusReasonCode)}.${reason.text}`,
    nextStep: reason.nextStep ?? "Correct what AWS names, then make the change again.",
    tone: "danger",
  };
}

/** `Failed` is final whatever the reason was: removing the cause alone mends nothing. */
function joined(...sentences: (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

/** " (`Inactive`, reason `Idle`)" */
function inAwsWords(word: string, code?: string | null, text?: string | null): string {
  const reason = code ? `, reason \`${code}\`` : "";
  return ` (\`${word}\`${reason}${text ? `: ${text}` : ""})`;
}

function describeReason(
  code: string | null | undefined,
  text: string | null | undefined,
): { text: string; nextStep: string | null } {
  const known = code ? findReasonCode(code) : undefined;
  const sentences = [known?.cause, text ? `AWS says: “${text}”` : undefined].filter(
    (part) => part !== undefined,
  );
  return { text: sentences.map((sentence) => ` ${sentence}`).join(""), nextStep: known?.nextStep ?? null };
}
