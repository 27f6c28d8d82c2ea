import type { HandlerContext } from "../../../handler";
import type { ConditionContext } from "./condition-context";

/** What judging a caller needs; handlers and the server both have it. */
export type CallerContext = Pick<HandlerContext, "world" | "region" | "clock" | "caller">;

function tagKeys(tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined) {
  return Object.fromEntries(
    (tags ?? []).map(({ Key, Value }) => [`aws:PrincipalTag/${Key ?? ""}`, [Value ?? ""]]),
  );
}

/** Session names stand behind a colon: `AROA…:name`. */
function principalType({ identity, session }: HandlerContext["caller"]): string {
  if (identity === undefined) return "Account";
  return session !== undefined && "roleName" in identity ? "AssumedRole" : "User";
}

/**
 * Global condition keys that every request carries ("AWS global condition context keys"). The sandbox speaks plain HTTP
 * on loopback in place of AWS's TLS endpoints, and says what those would.
 */
export function callerKeys({ region, clock, caller }: CallerContext): ConditionContext {
  const { identity, session } = caller;
  const now = clock.now();
  const isUser = identity !== undefined && "userName" in identity;
  return {
    "aws:CurrentTime": [new Date(now).toISOString()],
    "aws:EpochTime": [String(Math.floor(now / 1000))],
    "aws:SecureTransport": ["true"],
    "aws:SourceIp": ["127.0.0.1"],
    "aws:RequestedRegion": [region],
    "aws:PrincipalAccount": [caller.accountId],
    "aws:PrincipalArn": [identity?.arn ?? caller.arn],
    "aws:PrincipalType": [principalType(caller)],
    "aws:userid": [caller.userId],
    ...(isUser ? { "aws:username": [identity.userName] } : {}),
    ...(session === undefined ? {} : { "aws:MultiFactorAuthPresent": ["false"] }),
    ...tagKeys(identity?.tags),
    ...tagKeys(session?.tags),
  };
}
