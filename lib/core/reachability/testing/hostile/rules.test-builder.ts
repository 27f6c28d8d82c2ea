import type { Resources } from "@/lib/core/network/resources";
import { aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { openVpc, together, type Permission } from "../../cases/open-vpc.test-builder";
import { addressOf, asks, many, type Shape } from "./shape.test-builder";

const ON_22 = { port: 22 };
const ALL_TCP = { protocol: "tcp" } as const;
const MISMATCH = "ENI_SG_RULES_MISMATCH";
const FROM_ALL = [{ CidrIp: "10.1.0.0/16" }];

/** Range `n` of ports, each another one: none holds 22 or ends beyond 60,000. */
function portsOf(n: number): { FromPort: number; ToPort: number } {
  const FromPort = 400 + (n % 50_000);
  return { FromPort, ToPort: FromPort + Math.floor(n / 50_000) };
}

function tcp(n: number, peers: Permission = { IpRanges: FROM_ALL }): Permission {
  return { IpProtocol: "tcp", ...portsOf(n), ...peers };
}

/** `eni-1b` carries these groups alone; all is open that leaves `eni-1a`. */
function groupsOfB(groups: readonly Permission[][]): Resources {
  const Groups = groups.map((_, n) => ({ GroupId: `sg-${n}-b` }));
  const SecurityGroups = groups.map((IpPermissions, n) =>
    aSecurityGroup({ GroupId: `sg-${n}-b`, IpPermissions }),
  );
  return together(openVpc(1, { b: { eni: { Groups } } }), { SecurityGroups });
}

/** How many groups the rules of one interface are spread over. */
const GROUPS = 1_000;

/** Rules of security groups and entries of prefix lists. */
export const rules: Record<string, Shape> = {
  "a million rules of one group, each for other ports": {
    count: 1_000_000,
    resources: (count) => groupsOfB([many(count, (n) => tcp(n))]),
    questions: [
      asks("reachable", { port: 443 }),
      asks("unreachable", ON_22, MISMATCH),
      asks("mixed", ALL_TCP),
    ],
  },
  "a million rules of one group, each for other ports and another address": {
    count: 1_000_000,
    resources: (count) =>
      groupsOfB([[tcp(43), ...many(count, (n) => tcp(n, { IpRanges: [{ CidrIp: `${addressOf(n)}/32` }] }))]]),
    questions: [
      asks("reachable", { port: 443 }),
      asks("unreachable", ON_22, MISMATCH),
      asks("mixed", ALL_TCP),
    ],
  },
  "a million rules of one group for IPv6 addresses": {
    count: 1_000_000,
    resources: (count) =>
      groupsOfB([
        many(count, (n) =>
          tcp(n, { Ipv6Ranges: [{ CidrIpv6: `2600:1f18:200:${n.toString(16).slice(-4)}:${n >> 16}::/80` }] }),
        ),
      ]),
    questions: [asks("unreachable", {}, MISMATCH)],
  },
  "a million rules over the thousand groups of one interface": {
    count: 1_000_000,
    resources: (count) =>
      groupsOfB(many(GROUPS, (group) => many(count / GROUPS, (n) => tcp(group * (count / GROUPS) + n)))),
    questions: [
      asks("reachable", { port: 443 }),
      asks("unreachable", ON_22, MISMATCH),
      asks("mixed", ALL_TCP),
    ],
  },
  "a million references to other groups": {
    count: 1_000_000,
    resources: (count) =>
      groupsOfB([
        [
          tcp(43, { UserIdGroupPairs: [{ GroupId: "sg-1" }] }),
          ...many(count, (n) => tcp(n, { UserIdGroupPairs: [{ GroupId: `sg-${n}-far` }] })),
        ],
      ]),
    questions: [
      asks("reachable", { port: 443 }),
      asks("unreachable", ON_22, MISMATCH),
      asks("unknown", { source: { cidr: "10.1.1.77/32" } }, "NOT_EVALUATED_UNREAD"),
    ],
  },
  "a hundred thousand references, and as many associations of groups": {
    count: 100_000,
    resources: (count) =>
      together(groupsOfB([many(count, (n) => tcp(n, { UserIdGroupPairs: [{ GroupId: `sg-${n}-far` }] }))]), {
        SecurityGroups: many(count, (n) => aSecurityGroup({ GroupId: `sg-${n}-far`, VpcId: "vpc-9" })),
        SecurityGroupVpcAssociations: many(count, (n) => ({
          GroupId: `sg-${n}-far`,
          VpcId: "vpc-1",
          State: "associated" as const,
        })),
      }),
    questions: [
      asks("unreachable", {}, MISMATCH),
      asks("unknown", { source: { cidr: "10.1.1.77/32" } }, "NOT_EVALUATED_UNREAD"),
    ],
  },
  "a ring of ten thousand groups, each of which lets in the next": {
    count: 10_000,
    resources: (count) =>
      groupsOfB(
        many(count, (n) => [tcp(43, { UserIdGroupPairs: [{ GroupId: `sg-${(n + 1) % count}-b` }] })]),
      ),
    questions: [
      asks("unreachable", {}, MISMATCH),
      asks("reachable", { source: { networkInterfaceId: "eni-1b" } }),
    ],
  },
  "a prefix list of a million entries in a rule": {
    count: 1_000_000,
    resources: (count) =>
      together(groupsOfB([[tcp(43, { PrefixListIds: [{ PrefixListId: "pl-1" }] })]]), {
        ManagedPrefixListEntries: [
          {
            PrefixListId: "pl-1",
            Entries: [...many(count, (n) => ({ Cidr: `${addressOf(n)}/32` })), { Cidr: "10.1.1.10/32" }],
          },
        ],
      }),
    questions: [asks("reachable"), asks("unreachable", ON_22, MISMATCH)],
  },
  "ten thousand prefix lists in rules": {
    count: 10_000,
    resources: (count) =>
      together(groupsOfB([many(count, (n) => tcp(n, { PrefixListIds: [{ PrefixListId: `pl-${n}` }] }))]), {
        ManagedPrefixListEntries: many(count, (n) => ({
          PrefixListId: `pl-${n}`,
          Entries: many(100, (at) => ({ Cidr: `${addressOf(100 * n + at)}/32` })),
        })),
      }),
    questions: [asks("unreachable", {}, MISMATCH)],
  },
};
