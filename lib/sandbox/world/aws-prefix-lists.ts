import { createHash } from "node:crypto";
import type { ManagedPrefixList, PrefixListEntry } from "@aws-sdk/client-ec2";

/** CIDRs that AWS publishes for these services in eu-west-1, some of them (ip-ranges.json); used for every region. */
const SERVICE_CIDRS: Readonly<Record<string, readonly string[]>> = {
  s3: ["3.5.64.0/21", "3.5.72.0/23", "18.34.0.0/19", "18.34.232.0/21", "52.218.0.0/17", "52.92.0.0/17"],
  dynamodb: ["3.248.178.40/29", "52.94.5.0/24", "52.94.24.0/23", "52.119.240.0/21"],
};

/** The prefix lists of the gateway endpoints' services, which AWS has in each region: the same for every account. */
export function awsPrefixLists(region: string): {
  managedPrefixLists: ManagedPrefixList[];
  prefixListEntries: Record<string, PrefixListEntry[]>;
} {
  const lists = Object.entries(SERVICE_CIDRS).map(([service, cidrs]) => {
    const name = `com.amazonaws.${region}.${service}`;
    const id = `pl-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
    return { id, name, cidrs };
  });
  return {
    managedPrefixLists: lists.map(({ id, name }) => ({
      PrefixListId: id,
      PrefixListName: name,
      PrefixListArn: `arn:aws:ec2:${region}:aws:prefix-list/${id}`,
      AddressFamily: "IPv4",
      OwnerId: "AWS",
      State: "create-complete",
      Tags: [],
    })),
    prefixListEntries: Object.fromEntries(
      lists.map(({ id, cidrs }) => [id, cidrs.map((Cidr) => ({ Cidr }))]),
    ),
  };
}
