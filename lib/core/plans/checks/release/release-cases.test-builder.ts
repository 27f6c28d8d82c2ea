import type { VerdictChange } from "../../../reachability/matrix/verdict-changes";
import { commonTargets, type KnownTarget } from "../../../reachability/targets/known-targets";
import type { PlanFacts } from "../../plan-facts";
import { buildAttachment } from "../../testing/build-plan-facts";
import { type CheckCase, detaching, held, unread } from "../check-cases.test-builder";

const usedBy = (label: string) =>
  ({ users: { status: "read", value: [{ label, attachment: buildAttachment() }] } }) as const;

type Verdicts = Pick<VerdictChange, "before" | "after">;

const database: KnownTarget = {
  key: "db:orders-db",
  kind: "db-instance",
  label: "orders-db",
  destination: { dbInstanceIdentifier: "orders-db" },
  protocol: "tcp",
  port: 5432,
  vpcId: "vpc-1",
};
const service = commonTargets().filter(({ kind }) => kind === "service");
const internet = commonTargets().filter(({ kind }) => kind === "internet");
const changes = (targets: KnownTarget[], verdicts: Verdicts) =>
  targets.map((target) => ({ target, ...verdicts }));
const reaching = (...all: VerdictChange[][]): Pick<PlanFacts, "verdictChanges"> => ({
  verdictChanges: { status: "read", value: { changes: all.flat(), omitted: 0 } },
});
const lost = { before: "reachable", after: "unreachable" } as const;
const kept = { before: "reachable", after: "reachable" } as const;
const sometimes = { before: "reachable", after: "mixed" } as const;
const unclear = { before: "reachable", after: "unknown" } as const;

/** What a change lets go of. */
export const releaseCases: readonly CheckCase[] = [
  ["pinned-interfaces", "released", { ...detaching, interfaces: held }, "pass", "2 interfaces"],
  ["pinned-interfaces", "nothing held", { ...detaching }, "pass", "No interface"],
  [
    "pinned-interfaces",
    "shared with others",
    { ...detaching, interfaces: held, ...usedBy("billing") },
    "pass",
    "other functions",
  ],
  [
    "pinned-interfaces",
    "pinned by a version",
    { ...detaching, interfaces: held, ...usedBy("orders-api:3") },
    "warn",
    "orders-api:3 still uses 2 interfaces",
  ],
  [
    "pinned-interfaces",
    "pinned by two versions",
    {
      ...detaching,
      interfaces: unread,
      users: {
        status: "read",
        value: [
          { label: "orders-api:3", attachment: buildAttachment() },
          { label: "orders-api:4", attachment: buildAttachment() },
        ],
      },
    },
    "warn",
    "orders-api:3 and orders-api:4 still use",
  ],
  [
    "pinned-interfaces",
    "users not read",
    { ...detaching, interfaces: held, users: unread },
    "unknown",
    "AccessDenied",
  ],
  ["role-until-released", "to be released", { ...detaching, interfaces: held }, "warn", "2 interfaces"],
  ["role-until-released", "nothing", { ...detaching }, "pass", "No interface"],
  ["role-until-released", "not certain", { ...detaching, users: unread }, "warn", "nothing uses any more"],
  ["loses-access", "all kept", reaching(changes([...internet, database], kept)), "pass", "keeps"],
  ["loses-access", "the internet", reaching(changes(internet, lost)), "warn", "It loses the internet."],
  [
    "loses-access",
    "both",
    reaching(changes([...internet, database], lost)),
    "warn",
    "It loses the internet and orders-db.",
  ],
  [
    "loses-access",
    "a database in some subnets",
    reaching(changes([database], sometimes), changes(internet, kept)),
    "warn",
    "It reaches orders-db only sometimes",
  ],
  [
    "loses-access",
    "one lost, another not known",
    reaching(changes(internet, lost), changes([database], unclear)),
    "warn",
    "It loses the internet. Whether it still reaches orders-db is not known.",
  ],
  ["loses-access", "not known", reaching(changes([database], unclear)), "unknown", "orders-db is not known"],
  [
    "loses-access",
    "what it reached sometimes",
    reaching(changes([database], { before: "mixed", after: "unreachable" })),
    "warn",
    "orders-db",
  ],
  [
    "loses-access",
    "what it did not reach before",
    reaching(changes([database], { before: "unreachable", after: "unreachable" })),
    "pass",
    "keeps",
  ],
  ["loses-access", "services alone", reaching(changes(service, lost)), "pass", "keeps"],
  ["loses-access", "not evaluated", { verdictChanges: unread }, "unknown", "AccessDenied"],
  ["private-access", "detach", { ...detaching }, "warn", "vpc-1"],
  [
    "private-access",
    "detach from an unnamed VPC",
    { ...detaching, before: buildAttachment({ vpcId: "" }) },
    "warn",
    "its VPC",
  ],
  ["private-access", "move", { before: buildAttachment({ vpcId: "vpc-9" }) }, "warn", "moves from vpc-9"],
];
