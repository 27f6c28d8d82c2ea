import { getAccount } from "../../world/find-account";
import { AWS_MANAGED_POLICIES } from "../../services/iam/managed-policies/aws-managed-policies";
import { type Builder, MADE_AT } from "./builder";

const LAMBDA_MAY_ASSUME = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** Makes an execution role with these managed policies, by name, and inline ones. Returns its ARN. */
export function addExecutionRole(
  builder: Builder,
  spec: { name: string; managed: readonly string[]; inline?: Readonly<Record<string, object>> },
): string {
  const { world, regionWorld, ids } = builder;
  const arn = `arn:aws:iam::${regionWorld.accountId}:role/service-role/${spec.name}`;
  getAccount(world, regionWorld.accountId).roles.push({
    roleName: spec.name,
    roleId: `AROA${ids.id("role").slice(-17).toUpperCase()}`,
    arn,
    path: "/service-role/",
    createdAt: MADE_AT,
    assumeRolePolicyDocument: LAMBDA_MAY_ASSUME,
    attachedPolicies: AWS_MANAGED_POLICIES.filter((policy) => spec.managed.includes(policy.policyName)).map(
      ({ policyName, policyArn }) => ({ policyName, policyArn }),
    ),
    inlinePolicies: Object.fromEntries(
      Object.entries(spec.inline ?? {}).map(([name, document]) => [name, JSON.stringify(document)]),
    ),
  });
  return arn;
}
