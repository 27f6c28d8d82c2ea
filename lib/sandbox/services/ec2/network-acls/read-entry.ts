import type { CreateNetworkAclEntryCommandInput, NetworkAclEntry } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import { parseCidr } from "../requests/parse-cidr";

/** "The highest number that you can use for a rule is 32766" (EC2 API reference: CreateNetworkAclEntry). */
const HIGHEST_RULE = 32_766;
const HIGHEST_PORT = 65_535;
const HIGHEST_ICMP = 255;

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

function missing(parameter: string): never {
  throw new AwsError("MissingParameter", `The request must contain the parameter ${parameter}`);
}

/** "The protocol number": unlike security groups, ACLs know no names (aws-cli#532). */
function readProtocol(protocol: string): string {
  const isNumber = protocol === "-1" || (/^\d{1,3}$/.test(protocol) && Number(protocol) <= 255);
  return isNumber
    ? String(Number(protocol))
    : refuse(`Invalid value '${protocol}' for IP protocol. Unknown protocol.`);
}

function readRange(
  range: CreateNetworkAclEntryCommandInput["PortRange"],
): Pick<NetworkAclEntry, "PortRange"> {
  const { From: from, To: to } = range ?? {};
  if (from === undefined || to === undefined) return missing("portRange");
  for (const port of [from, to]) {
    if (port < 0 || port > HIGHEST_PORT) refuse(`TCP/UDP port (${String(port)}) out of range`);
  }
  if (from > to) refuse(`Invalid TCP/UDP port range (${String(from)}:${String(to)})`);
  return { PortRange: { From: from, To: to } };
}

function readIcmp(
  typeCode: CreateNetworkAclEntryCommandInput["IcmpTypeCode"],
): Pick<NetworkAclEntry, "IcmpTypeCode"> {
  const { Type: type, Code: code } = typeCode ?? {};
  if (type === undefined || code === undefined) return missing("icmpTypeCode");
  if (type < -1 || type > HIGHEST_ICMP) refuse(`ICMP type (${String(type)}) out of range`);
  if (code < -1 || code > HIGHEST_ICMP) refuse(`ICMP code (${String(code)}) out of range`);
  return { IcmpTypeCode: { Type: type, Code: code } };
}

/** The block that a rule is about: exactly one, in the canonical spelling that AWS gives it. */
function readBlock(
  input: CreateNetworkAclEntryCommandInput,
): Pick<NetworkAclEntry, "CidrBlock" | "Ipv6CidrBlock"> {
  const { CidrBlock: v4, Ipv6CidrBlock: v6 } = input;
  if (v4 !== undefined && v6 !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameter cidrBlock cannot be used with the parameter ipv6CidrBlock",
    );
  }
  const text = v4 ?? v6 ?? missing("cidrBlock");
  const cidr = parseCidr(text);
  if (cidr?.family !== (v4 === undefined ? 6 : 4)) {
    const parameter = v4 === undefined ? "ipv6CidrBlock" : "cidrBlock";
    return refuse(`Value (${text}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`);
  }
  return v4 === undefined ? { Ipv6CidrBlock: cidr.canonical } : { CidrBlock: cidr.canonical };
}

/** A rule's number, which must be one that users may give. */
export function readRuleNumber(ruleNumber: number | undefined): number {
  if (ruleNumber === undefined) return missing("ruleNumber");
  if (Number.isInteger(ruleNumber) && ruleNumber >= 1 && ruleNumber <= HIGHEST_RULE) return ruleNumber;
  return refuse(
    `Value (${String(ruleNumber)}) for parameter ruleNumber is invalid. Rule numbers go from 1 to 32766.`,
  );
}

/** The entry that a request describes. Throws AwsError for what EC2 refuses. */
export function readEntry(input: CreateNetworkAclEntryCommandInput): NetworkAclEntry {
  const RuleNumber = readRuleNumber(input.RuleNumber);
  const Protocol = readProtocol(input.Protocol ?? "");
  const { RuleAction } = input;
  // The wire carries any text, whatever the SDK's type says.
  if (RuleAction !== "allow" && RuleAction !== "deny") {
    return refuse(`Value (${String(RuleAction)}) for parameter ruleAction is invalid.`);
  }
  const block = readBlock(input);
  const base = { RuleNumber, Protocol, RuleAction, Egress: input.Egress === true, ...block };
  if (Protocol === "6" || Protocol === "17") return { ...base, ...readRange(input.PortRange) };
  // "If you specify protocol 58 […] with an IPv4 CIDR block, traffic for all ICMP types and codes" (API reference).
  const hasTypes = Protocol === "1" || (Protocol === "58" && block.Ipv6CidrBlock !== undefined);
  return hasTypes ? { ...base, ...readIcmp(input.IcmpTypeCode) } : base;
}
