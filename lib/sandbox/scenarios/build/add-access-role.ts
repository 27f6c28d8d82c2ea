import { getAccount } from "../../world/find-account";
import { type Builder, MADE_AT } from "./builder";

/** Makes a role that another account's principals may assume, with these documents as its rights. Returns its ARN. */
export function addAccessRole(
  { world, regionWorld, ids }: Builder,
  spec: { name: string; trustedAccountId: string; documents: Readonly<Record<string, string>> },
): string {
  const { accountId } = regionWorld;
  const arn = `arn:aws:iam::${accountId}:role/${spec.name}`;
  getAccount(world, accountId).roles.push({
    roleName: spec.name,
    roleId: `AROA${ids.id("role").slice(-17).toUpperCase()}`,
    arn,
    path: "/",
    createdAt: MADE_AT,
    assumeRolePolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${spec.trustedAccountId}:root` },
          Action: "sts:AssumeRole",
        },
      ],
    }),
    attachedPolicies: [],
    inlinePolicies: { ...spec.documents },
  });
  return arn;
}
