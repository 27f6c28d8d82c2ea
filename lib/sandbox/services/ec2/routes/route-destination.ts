import type { Route } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { managedPrefixListIds } from "../prefix-lists/managed-prefix-list-ids";
import { cidrContains, parseCidr, type Cidr } from "../requests/parse-cidr";
import { readCidrBlock } from "../requests/read-cidr-block";

interface DestinationInput {
  DestinationCidrBlock?: string | undefined;
  DestinationIpv6CidrBlock?: string | undefined;
  DestinationPrefixListId?: string | undefined;
}

/** Where a route leads its packets from: a block, or a prefix list. */
export interface Destination {
  /** As AWS writes it: canonical, or the prefix list's id. */
  text: string;
  member: Pick<Route, "DestinationCidrBlock" | "DestinationIpv6CidrBlock" | "DestinationPrefixListId">;
  cidr?: Cidr;
}

/** "You can't add routes to … an exact match or a subset of" these (VPC user guide: Configure route tables). */
const FORBIDDEN = ["169.254.168.0/22", "fd00:ec2::/32"].flatMap((text) => parseCidr(text) ?? []);

function readBlock(text: string, family: 4 | 6): Destination {
  const parameter = family === 4 ? "destinationCidrBlock" : "destinationIpv6CidrBlock";
  const cidr = readCidrBlock(text, parameter, family);
  if (FORBIDDEN.some((block) => cidrContains(block, cidr))) {
    throw new AwsError("InvalidParameterValue", `Routes to ${cidr.canonical} are not allowed.`);
  }
  const { canonical } = cidr;
  return {
    text: canonical,
    cidr,
    member: family === 4 ? { DestinationCidrBlock: canonical } : { DestinationIpv6CidrBlock: canonical },
  };
}

/** The one destination that a request names. Throws AwsError for none, several or a wrong one. */
export function readDestination(regionWorld: RegionWorld, input: DestinationInput): Destination {
  const {
    DestinationCidrBlock: ipv4,
    DestinationIpv6CidrBlock: ipv6,
    DestinationPrefixListId: listId,
  } = input;
  const count = [ipv4, ipv6, listId].filter((value) => value !== undefined).length;
  if (count !== 1) {
    throw new AwsError(
      count === 0 ? "MissingParameter" : "InvalidParameterCombination",
      "The request must contain exactly one of destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId",
    );
  }
  if (ipv4 !== undefined) return readBlock(ipv4, 4);
  if (ipv6 !== undefined) return readBlock(ipv6, 6);
  const id = listId ?? "";
  const isKnown = regionWorld.managedPrefixLists.some((list) => list.PrefixListId === id);
  if (!isKnown) throw idError(managedPrefixListIds, id);
  return { text: id, member: { DestinationPrefixListId: id } };
}

/** The route of a table that has this destination. */
export function findRoute(routes: readonly Route[], destination: Destination): Route | undefined {
  return routes.find(
    (route) =>
      (route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId) ===
      destination.text,
  );
}
