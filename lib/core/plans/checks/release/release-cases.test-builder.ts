import { buildAttachment } from "../../testing/build-plan-facts";
import { type CheckCase, detaching, held, unread } from "../check-cases.test-builder";

const usedBy = (label: string) =>
  ({ users: { status: "read", value: [{ label, attachment: buildAttachment() }] } }) as const;

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
