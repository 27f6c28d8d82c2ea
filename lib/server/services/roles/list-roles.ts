import type { z } from "zod";
import type { roleList } from "@/lib/contract/vpcs";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { listLambdaRoles } from "../../aws/roles/list-lambda-roles";
import type { RequestContext } from "../../context";

/**
 * Roles that Lambda may assume, by name. Where IAM refuses, the list is empty and says why: a role can then still be
 * typed by hand.
 */
export async function listRoles(
  ctx: Pick<RequestContext, "aws" | "signal">,
): Promise<z.infer<typeof roleList>> {
  try {
    const roles = await listLambdaRoles({ aws: ctx.aws, signal: ctx.signal });
    const items = roles.flatMap(({ RoleName, Arn }) =>
      RoleName === undefined || Arn === undefined ? [] : [{ roleName: RoleName, roleArn: Arn }],
    );
    return { items: items.sort((left, right) => left.roleName.localeCompare(right.roleName)) };
  } catch (error) {
    const { code, message, missingPermission } = toAwsFailure(error);
    const permission = missingPermission === undefined ? {} : { missingPermission };
    return { items: [], error: { code, message, ...permission } };
  }
}
