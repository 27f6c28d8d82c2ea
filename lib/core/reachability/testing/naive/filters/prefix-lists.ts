import type { Network } from "@/lib/core/network/network";

/** Every range of a prefix list, from whichever call gave them; undefined where none did. */
export function prefixListCidrs(network: Network, prefixListId: string): string[] | undefined {
  const managed = network.managedPrefixListEntries.get(prefixListId);
  if (managed) return managed.resource.Entries.flatMap(({ Cidr }) => (Cidr === undefined ? [] : [Cidr]));
  const service = network.prefixLists.get(prefixListId)?.resource.Cidrs;
  return service ?? undefined;
}
