import { ApiRequestError } from "@/lib/client/api-request-error";
import type { OfferedSecurityGroup, VpcDetail, VpcSecurityGroupList } from "@/lib/contract/vpcs";
import type { NetworkChoice } from "./network-choice";

/** A group on offer, or one that is chosen though it is not on offer. */
export type GroupOption = Omit<OfferedSecurityGroup, "origin"> & {
  origin: OfferedSecurityGroup["origin"] | "unlisted";
};

/** The groups to choose from, and what one should know about where the list is from. */
export interface GroupOffer {
  groups: GroupOption[];
  /** One quiet line; undefined where AWS itself listed the groups, and all their rules are known. */
  note?: { text: string; tone: "muted" | "unknown" };
}

export interface OfferReading {
  data: VpcSecurityGroupList | undefined;
  error: Error | null;
}

/**
 * What AWS lists for the VPC; until it has answered, and where it does not, the VPC's own groups of the snapshot. What
 * is chosen is always there, so that it can be taken away.
 */
export function toOffer(vpc: VpcDetail, { data, error }: OfferReading, choice: NetworkChoice): GroupOffer {
  const own = vpc.securityGroups.map((group) => ({
    ...group,
    vpcName: vpc.name,
    ownerId: vpc.accountId,
    origin: "own" as const,
  }));
  const offered = data?.items ?? own;
  const strays = choice.securityGroupIds.filter((id) => !offered.some(({ groupId }) => groupId === id));
  const groups = [...offered, ...strays.map(toStray)];
  const name = vpc.name ?? vpc.vpcId;
  if (data?.source === "live") {
    if (data.error === undefined) return { groups };
    return {
      groups,
      note: {
        text: `AWS listed the groups that ${name} may use, but did not give the rules of those that were not read before (${reasonOf(data.error, null)}): they are unknown here.`,
        tone: "unknown",
      },
    };
  }
  if (data === undefined && error === null) {
    return { groups, note: { text: `Asking AWS which groups ${name} may use…`, tone: "muted" } };
  }
  return {
    groups,
    note: {
      text: `AWS did not list the groups that ${name} may use (${reasonOf(data?.error, error)}). These are its own, as last read; groups associated from other VPCs or shared by other accounts are missing.`,
      tone: "unknown",
    },
  };
}

function reasonOf(refusal: VpcSecurityGroupList["error"], error: Error | null): string {
  if (refusal !== undefined) {
    const { code, missingPermission } = refusal;
    return missingPermission === undefined ? `\`${code}\`` : `\`${code}\`, missing \`${missingPermission}\``;
  }
  return error instanceof ApiRequestError ? error.message : "it could not be asked";
}

function toStray(groupId: string): GroupOption {
  return {
    groupId,
    groupName: null,
    description: null,
    vpcId: null,
    rulesKnown: false,
    rules: [],
    functionCount: 0,
    vpcName: null,
    ownerId: null,
    origin: "unlisted",
  };
}

/** Where a group of another VPC comes from; undefined for the VPC's own. */
export function originText({ origin, vpcId, vpcName, ownerId }: GroupOption): string | undefined {
  const home = vpcName === null ? (vpcId ?? "another VPC") : `${vpcName} (${vpcId ?? ""})`;
  switch (origin) {
    case "own":
      return undefined;
    case "associated":
      return `Associated from ${home}`;
    case "shared":
      return `Shared by account ${ownerId ?? "unknown"}, from ${home}`;
    case "unlisted":
      return "Not listed for this VPC";
  }
}
