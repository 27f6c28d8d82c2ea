/** A zone's name is bound to another place in every account (EC2 User Guide, AZ IDs), so the account is part of the key. */
export function availabilityZoneKey(accountId: string | null, zoneName: string): string {
  return `${accountId ?? ""}/${zoneName}`;
}
