import { describe, expect, it } from "vitest";
import type { AwsFailure, AwsFailureKind } from "../../aws/errors/aws-failure";
import { retryDelayMs } from "./retry-delay";

const failure = (kind: AwsFailureKind, code: string, message = ""): AwsFailure => ({
  kind,
  code,
  message,
  operation: "UpdateFunctionConfiguration",
});
const fresh = { attempt: 0, elapsedMs: 0, isRoleProven: true };
const noRights = failure(
  "refused",
  "InvalidParameterValueException",
  "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
);

describe("retryDelayMs", () => {
  it.each([
    failure("throttled", "TooManyRequestsException"),
    failure("connection", "ECONNRESET"),
    failure("timeout", "TimeoutError"),
    failure("unavailable", "ServiceException"),
    failure("refused", "ResourceConflictException", "An update is in progress for resource: arn"),
    failure("refused", "PreconditionFailedException"),
    noRights,
  ])("tries again after $code", (one) => {
    expect(retryDelayMs(one, fresh)).toBe(500);
  });

  it.each([
    failure("denied", "AccessDeniedException"),
    failure("credentials", "ExpiredTokenException"),
    failure(
      "refused",
      "InvalidParameterValueException",
      "Security Groups are required to be in the same VPC",
    ),
    failure("refused", "ResourceConflictException", "Function already exist: f"),
  ])("does not try again after $code: $message", (one) => {
    expect(retryDelayMs(one, fresh)).toBeNull();
  });

  it("waits longer each time, up to ten seconds, and not for ever", () => {
    const throttled = failure("throttled", "TooManyRequestsException");
    expect(retryDelayMs(throttled, { ...fresh, attempt: 2 })).toBe(2_000);
    expect(retryDelayMs(throttled, { ...fresh, attempt: 20 })).toBe(10_000);
    expect(retryDelayMs(throttled, { ...fresh, elapsedMs: 11 * 60_000 })).toBeNull();
    expect(
      retryDelayMs(failure("refused", "PreconditionFailedException"), { ...fresh, attempt: 5 }),
    ).toBeNull();
  });

  it("waits for a new role's rights to spread only where IAM said that it has them, and half a minute at most", () => {
    expect(retryDelayMs(noRights, { ...fresh, isRoleProven: false })).toBeNull();
    expect(retryDelayMs(noRights, { ...fresh, elapsedMs: 31_000 })).toBeNull();
  });
});
