import { anEntry, openVpc } from "../../cases/open-vpc.test-builder";
import type { Resources } from "@/lib/core/network/resources";
import type { Resource } from "@/lib/core/network/network";
import { addressOf, asks, many, type Shape } from "./shape.test-builder";

type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];

const ACL = "SUBNET_ACL_RESTRICTION";
const ALL_TCP = { protocol: "tcp" } as const;

/** Both subnets have these entries in both directions. */
function withEntries(count: number, entryOf: (n: number) => Entry): Resources {
  const own = many(count, (n) => anEntry({ RuleNumber: 1 + n, ...entryOf(n) }));
  const entries = own.flatMap((entry) => [entry, { ...entry, Egress: true }]);
  return openVpc(1, { a: { entries }, b: { entries } });
}

const port = (number: number): Entry => ({ Protocol: "6", PortRange: { From: number, To: number } });
const turn = (n: number): Entry => ({ RuleAction: n % 2 === 0 ? "deny" : "allow" });

/** Network ACLs: AWS numbers entries up to 32766, in each direction. */
export const networkAcls: Record<string, Shape> = {
  "a network ACL that allows every second port": {
    count: 32_766,
    resources: (count) => withEntries(count, (n) => ({ ...port(2 * n + 1), RuleAction: "allow" })),
    questions: [
      asks("mixed", { port: 443, sourcePort: { from: 1024, to: 2048 } }, ACL),
      asks("reachable", { port: 443, sourcePort: 443 }),
      asks("unreachable", { port: 442, sourcePort: 443 }, ACL),
      asks("mixed", ALL_TCP, ACL),
    ],
  },
  "a network ACL that allows and denies ports in turn": {
    count: 32_766,
    resources: (count) => withEntries(count, (n) => ({ ...port(n), ...turn(n) })),
    questions: [
      asks("mixed", { port: 443 }, ACL),
      asks("unreachable", { port: 442 }, ACL),
      asks("mixed", ALL_TCP, ACL),
    ],
  },
  "a network ACL that denies every second port and allows the rest": {
    count: 32_766,
    resources: (count) =>
      withEntries(count, (n) =>
        n === count - 1 ? { RuleAction: "allow" } : { ...port(2 * n), RuleAction: "deny" },
      ),
    questions: [
      asks("mixed", { port: 443 }, ACL),
      asks("unreachable", { port: 442 }, ACL),
      asks("mixed", ALL_TCP, ACL),
    ],
  },
  "a network ACL whose entries are each about a narrower range of ports": {
    count: 32_766,
    resources: (count) =>
      withEntries(count, (n) => ({
        Protocol: "6",
        PortRange: { From: 0, To: 2 * n + 1 },
        ...turn(n + 1),
      })),
    questions: [asks("mixed", ALL_TCP, ACL), asks("unreachable", { port: 443 }, ACL)],
  },
  "a network ACL about 32,766 other addresses": {
    count: 32_766,
    resources: (count) =>
      withEntries(count, (n) =>
        n === count - 1 ? { RuleAction: "allow" } : { CidrBlock: `${addressOf(n)}/32`, RuleAction: "deny" },
      ),
    questions: [asks("reachable"), asks("unreachable", { destination: { cidr: "100.0.0.0/8" } })],
  },
  "a network ACL about each address of a range that is asked about": {
    count: 32_766,
    resources: (count) =>
      withEntries(count, (n) =>
        n === count - 1
          ? { RuleAction: "allow" }
          : {
              CidrBlock: `10.1.${(n >> 8) & 255}.${n & 255}/32`,
              Protocol: "6",
              PortRange: { From: n, To: n },
              RuleAction: "deny",
            },
      ),
    questions: [
      asks("unknown", {
        source: { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } },
      }),
      asks("unreachable", { destination: { cidr: "10.1.2.0/24" } }),
    ],
  },
};
