import type { Random } from "../random";

const ALLOW_ALL = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const DENY_ALL = { Effect: "Deny", Principal: { AWS: "*" }, Action: ["*"], Resource: ["*"] };
const ONE_BUCKET = {
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::orders/*",
};

/** The policy that AWS writes itself, one that denies everything, or one of somebody's own. */
export function endpointPolicy(random: Random): { PolicyDocument?: string } {
  const Statement = random.weighted<object[] | null>(
    [[ALLOW_ALL], 5],
    [[ALLOW_ALL, DENY_ALL], 1],
    [[], 1],
    [[ONE_BUCKET], 2],
    [null, 2],
  );
  return Statement === null ? {} : { PolicyDocument: JSON.stringify({ Version: "2008-10-17", Statement }) };
}
