import { createHash } from "node:crypto";
import type { ManagedPolicy } from "../../../world/iam-world";
import rows from "./aws-managed-policies.json";

interface Row {
  policyName: string;
  path: string;
  policyId?: string;
  versionId: string;
  createdAt: string;
  updatedAt: string;
  document: object;
}

/** AWS gives them out; where the sandbox does not know one, one is made of the name. */
function policyIdOf(row: Row): string {
  const hash = createHash("sha256").update(row.policyName).digest("hex").toUpperCase();
  return row.policyId ?? `ANPA${hash.slice(0, 17)}`;
}

function toManagedPolicy(row: Row): ManagedPolicy {
  return {
    policyName: row.policyName,
    policyArn: `arn:aws:iam::aws:policy${row.path}${row.policyName}`,
    policyId: policyIdOf(row),
    path: row.path,
    defaultVersionId: row.versionId,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
    versions: [
      {
        versionId: row.versionId,
        document: JSON.stringify(row.document, undefined, 4),
        createdAt: new Date(row.updatedAt),
      },
    ],
    lastVersion: Number(row.versionId.slice(1)),
  };
}

/** Some of AWS's own, each with its default version (AWS Managed Policy Reference, as of February 2026), by name. */
export const AWS_MANAGED_POLICIES: readonly ManagedPolicy[] = rows.map(toManagedPolicy);
