import type { Resource } from "@/lib/core/network/network";
import type { Capture } from "@/lib/core/network/snapshot";
import { editResource, resourcesOf, without } from "./edit-captures.test-builder";

export type Edit = () => Capture[];

export const SIDES = ["IpPermissions", "IpPermissionsEgress"] as const;
const PEERS = ["IpRanges", "Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs"] as const;

/** Each rule of each group and each allowing entry of each network ACL, taken out. */
export function allowRemovals(captures: readonly Capture[]): Edit[] {
  const ofGroups = resourcesOf(captures, "SecurityGroups").flatMap(([id, group]) =>
    SIDES.flatMap((side) => {
      const permissions = group[side] ?? [];
      return permissions.flatMap((permission, index): Edit[] =>
        PEERS.filter((peers) => (permission[peers] ?? []).length > 0).map(
          (peers) => () =>
            editResource(captures, "SecurityGroups", id, (one) => ({
              ...one,
              [side]: permissions.map((own, at) => (at === index ? { ...own, [peers]: [] } : own)),
            })),
        ),
      );
    }),
  );
  const ofAcls = resourcesOf(captures, "NetworkAcls").flatMap(([id, { Entries = [] }]) =>
    Entries.flatMap(({ RuleAction }, index): Edit[] =>
      RuleAction === "allow" ? [() => withEntries(captures, id, () => without(Entries, index))] : [],
    ),
  );
  return [...ofGroups, ...ofAcls];
}

type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];

const DENIED: readonly Entry[] = [
  { Protocol: "-1", CidrBlock: "0.0.0.0/0" },
  { Protocol: "-1", CidrBlock: "10.0.0.0/8" },
  { Protocol: "-1", Ipv6CidrBlock: "::/0" },
  { Protocol: "6", PortRange: { From: 443, To: 443 }, CidrBlock: "0.0.0.0/0" },
  { Protocol: "6", PortRange: { From: 40000, To: 50000 }, CidrBlock: "0.0.0.0/0" },
  { Protocol: "17", PortRange: { From: 53, To: 53 }, CidrBlock: "0.0.0.0/0" },
  { Protocol: "1", IcmpTypeCode: { Type: 0, Code: -1 }, CidrBlock: "0.0.0.0/0" },
];

/** A denial with the lowest number, each way, in each network ACL. */
export function denials(captures: readonly Capture[]): Edit[] {
  return resourcesOf(captures, "NetworkAcls").flatMap(([id]) =>
    DENIED.flatMap((denied) =>
      [true, false].map((Egress): Edit => {
        const entry: Entry = { ...denied, Egress, RuleNumber: 1, RuleAction: "deny" };
        return () => withEntries(captures, id, (entries) => [...entries, entry]);
      }),
    ),
  );
}

function withEntries(captures: readonly Capture[], id: string, edit: (entries: Entry[]) => Entry[]) {
  return editResource(captures, "NetworkAcls", id, (acl) => ({ ...acl, Entries: edit(acl.Entries ?? []) }));
}
