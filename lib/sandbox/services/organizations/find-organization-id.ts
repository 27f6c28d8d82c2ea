import { createHash } from "node:crypto";
import type { World } from "../../world/world";

/** A world of several accounts is one organization, managed by the account at home; one account alone is in none. */
export function findOrganizationId({ accounts, homeAccountId }: World): string | undefined {
  if (Object.keys(accounts).length < 2) return undefined;
  return `o-${createHash("sha256").update(homeAccountId).digest("hex").slice(0, 10)}`;
}
