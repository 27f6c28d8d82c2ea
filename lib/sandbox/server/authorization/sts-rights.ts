import { textOf, type RightsOf } from "./authorized-call";

/**
 * STS. Assuming a role is judged by its handler: whether the caller's own policies matter depends on the role's trust
 * policy.
 */
export const stsRights: RightsOf = ({ operation, input }) =>
  operation === "AssumeRole"
    ? []
    : [{ action: `sts:${operation}`, resource: textOf(input, "RoleArn") ?? "*" }];
