import type {
  CreateNetworkAclEntryCommandInput,
  DeleteNetworkAclEntryCommandInput,
  NetworkAcl,
  NetworkAclEntry,
  ReplaceNetworkAclEntryCommandInput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { getNetworkAcl } from "./network-acl-ids";
import { readEntry, readRuleNumber } from "./read-entry";

/**
 * "Rules per network ACL": one way, for IPv4 and IPv6 apart, AWS's own last rules among them (VPC user guide: Amazon VPC
 * quotas).
 */
const RULES_PER_ACL = 20;

function isSame(entry: NetworkAclEntry, { RuleNumber, Egress }: NetworkAclEntry): boolean {
  return entry.RuleNumber === RuleNumber && entry.Egress === Egress;
}

/** Outbound rules first, each direction by number: the order in which AWS evaluates and shows them. */
function sorted(entries: readonly NetworkAclEntry[]): NetworkAclEntry[] {
  return entries.toSorted(
    (a, b) => Number(b.Egress) - Number(a.Egress) || (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0),
  );
}

function checkQuota(acl: NetworkAcl, entry: NetworkAclEntry): void {
  const isIpv6 = entry.Ipv6CidrBlock !== undefined;
  const alike = (acl.Entries ?? []).filter(
    (other) => other.Egress === entry.Egress && (other.Ipv6CidrBlock !== undefined) === isIpv6,
  );
  if (alike.length < RULES_PER_ACL) return;
  throw new AwsError(
    "NetworkAclEntryLimitExceeded",
    "The maximum number of network acl entries for this network ACL has been reached.",
  );
}

function checkExists(acl: NetworkAcl, entry: NetworkAclEntry): void {
  if ((acl.Entries ?? []).some((candidate) => isSame(candidate, entry))) return;
  const direction = entry.Egress === true ? "egress" : "ingress";
  throw new AwsError(
    "InvalidNetworkAclEntry.NotFound",
    `The ${direction} network acl entry identified by ${String(entry.RuleNumber)} does not exist`,
  );
}

export const createNetworkAclEntry: Handler<CreateNetworkAclEntryCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const acl = getNetworkAcl(regionWorld, input.NetworkAclId ?? "");
  const entry = readEntry(input);
  if ((acl.Entries ?? []).some((candidate) => isSame(candidate, entry))) {
    throw new AwsError(
      "NetworkAclEntryAlreadyExists",
      `The network acl entry identified by ${String(entry.RuleNumber)} already exists.`,
    );
  }
  checkQuota(acl, entry);
  acl.Entries = sorted([...(acl.Entries ?? []), entry]);
  return {};
};

export const replaceNetworkAclEntry: Handler<ReplaceNetworkAclEntryCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const acl = getNetworkAcl(regionWorld, input.NetworkAclId ?? "");
  const entry = readEntry(input);
  checkExists(acl, entry);
  acl.Entries = (acl.Entries ?? []).map((other) => (isSame(other, entry) ? entry : other));
  return {};
};

export const deleteNetworkAclEntry: Handler<DeleteNetworkAclEntryCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const acl = getNetworkAcl(regionWorld, input.NetworkAclId ?? "");
  const entry = { RuleNumber: readRuleNumber(input.RuleNumber), Egress: input.Egress === true };
  checkExists(acl, entry);
  acl.Entries = (acl.Entries ?? []).filter((other) => !isSame(other, entry));
  return {};
};
