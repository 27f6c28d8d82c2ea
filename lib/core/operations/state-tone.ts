/** The six ways a thing can look: colour, icon and word always go together. */
export type Tone = "success" | "progress" | "neutral" | "warning" | "danger" | "unknown";

/** Names of icons, not of a library's: `components/ui/status` draws them. */
export type StatusIcon = "check" | "half-circle" | "moon" | "dash" | "diamond" | "cross" | "question";

export interface StatusLook {
  tone: Tone;
  icon: StatusIcon;
  /** Plain words; AWS's own word is what it was asked for. */
  label: string;
}

/** What kind of thing a value is a value of: `Failed` of an update is not `failed` of an operation. */
export type StatusSubject =
  | "state"
  | "last-update-status"
  | "verdict"
  | "reach-change"
  | "check"
  | "operation"
  | "step"
  | "interface"
  | "coverage"
  | "snapshot"
  | "comparison";

const success = (label: string): StatusLook => ({ tone: "success", icon: "check", label });
const progress = (label: string): StatusLook => ({ tone: "progress", icon: "half-circle", label });
const idle = (label: string): StatusLook => ({ tone: "neutral", icon: "moon", label });
const absent = (label: string): StatusLook => ({ tone: "neutral", icon: "dash", label });
const warning = (label: string): StatusLook => ({ tone: "warning", icon: "diamond", label });
const danger = (label: string): StatusLook => ({ tone: "danger", icon: "cross", label });
const unknown = (label: string): StatusLook => ({ tone: "unknown", icon: "question", label });

const looks: Record<StatusSubject, Record<string, StatusLook>> = {
  state: {
    Active: success("Active"),
    Pending: progress("Pending"),
    Inactive: idle("Inactive"),
    Failed: danger("Failed"),
    Deactivating: progress("Deactivating"),
    Deactivated: absent("Deactivated"),
    ActiveNonInvocable: warning("Active, not invocable"),
    Deleting: progress("Deleting"),
  },
  "last-update-status": {
    Successful: success("Successful"),
    InProgress: progress("In progress"),
    Failed: danger("Failed"),
  },
  verdict: {
    reachable: success("Reachable"),
    unreachable: danger("Unreachable"),
    mixed: warning("Mixed"),
    unknown: unknown("Unknown"),
  },
  "reach-change": {
    gained: success("Gained"),
    lost: danger("Lost"),
    mixed: warning("Sometimes"),
    unchanged: absent("Unchanged"),
    unclear: unknown("Not known"),
  },
  check: {
    pass: success("Pass"),
    warn: warning("Warning"),
    block: danger("Blocked"),
    unknown: unknown("Unknown"),
  },
  operation: {
    queued: progress("Queued"),
    running: progress("Running"),
    succeeded: success("Succeeded"),
    failed: danger("Failed"),
    "rolling-back": progress("Rolling back"),
    "rolled-back": absent("Rolled back"),
    canceled: absent("Canceled"),
  },
  step: {
    pending: absent("Not begun"),
    running: progress("Running"),
    succeeded: success("Done"),
    failed: danger("Failed"),
    skipped: absent("Skipped"),
  },
  interface: {
    pending: progress("Being created"),
    available: absent("Available"),
    associated: success("Associated"),
    attaching: progress("Attaching"),
    "in-use": success("In use"),
    detaching: progress("Detaching"),
  },
  coverage: { ok: success("Read"), failed: danger("Not read"), absent: unknown("Not given") },
  snapshot: {
    collecting: progress("Collecting"),
    ready: success("Ready"),
    failed: danger("Failed"),
    canceled: absent("Canceled"),
  },
  comparison: { added: success("Added"), removed: danger("Removed"), changed: warning("Changed") },
};

/** How a value looks. A value that was not read, or that nobody here knows, looks unknown and never fine. */
export function toStatusLook(subject: StatusSubject, value: string | null | undefined): StatusLook {
  if (value === null || value === undefined || value === "") return unknown("Not read");
  const table = looks[subject];
  return Object.hasOwn(table, value) ? (table[value] ?? unknown(value)) : unknown(value);
}
