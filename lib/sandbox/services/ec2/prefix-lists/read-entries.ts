import type { PrefixListEntry } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import { parseCidr } from "../requests/parse-cidr";

/** "You can add or remove up to 100 entries in a single request" (VPC user guide: customer-managed prefix lists). */
const ENTRIES_PER_REQUEST = 100;
const HIGHEST_MAXIMUM = 1000;
const DESCRIPTION_LENGTH = 255;

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

/** Entries of a family, their blocks in canonical spelling. Throws AwsError for a block that is none, or comes twice. */
export function readEntries(
  entries: readonly { Cidr?: string | undefined; Description?: string | undefined }[],
  addressFamily: string | undefined,
): PrefixListEntry[] {
  if (entries.length > ENTRIES_PER_REQUEST) refuse("A request can have up to 100 entries.");
  const read = entries.map(({ Cidr: text = "", Description: description }) => {
    const cidr = parseCidr(text);
    if (cidr?.family !== (addressFamily === "IPv6" ? 6 : 4)) {
      return refuse(`The CIDR '${text}' is not a valid ${addressFamily ?? ""} CIDR block.`);
    }
    if ((description ?? "").length > DESCRIPTION_LENGTH) {
      refuse("A description can have up to 255 characters.");
    }
    return { Cidr: cidr.canonical, ...(description === undefined ? {} : { Description: description }) };
  });
  if (new Set(read.map((entry) => entry.Cidr)).size < read.length) {
    refuse("The same CIDR must not appear multiple times.");
  }
  return read;
}

/** How many entries a list may have. */
export function readMaxEntries(maxEntries: number): number {
  if (Number.isInteger(maxEntries) && maxEntries >= 1 && maxEntries <= HIGHEST_MAXIMUM) return maxEntries;
  return refuse(`Value (${String(maxEntries)}) for parameter maxEntries is invalid. It goes from 1 to 1000.`);
}

/** Throws PrefixListMaxEntriesExceeded for more entries than a list may have. */
export function checkRoom(entries: readonly PrefixListEntry[], maxEntries: number): void {
  if (entries.length <= maxEntries) return;
  throw new AwsError(
    "PrefixListMaxEntriesExceeded",
    "You've reached the maximum number of entries for the prefix list.",
  );
}

/** "Constraints: Up to 255 characters in length. The name cannot start with com.amazonaws." (EC2 API reference). */
export function readName(name: string): string {
  const isAllowed = name.length >= 1 && name.length <= 255 && !name.startsWith("com.amazonaws");
  return isAllowed ? name : refuse(`Value (${name}) for parameter prefixListName is invalid.`);
}
