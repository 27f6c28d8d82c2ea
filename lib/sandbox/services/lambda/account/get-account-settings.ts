import type { GetAccountSettingsRequest, GetAccountSettingsResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { CONCURRENT_EXECUTIONS, reservedConcurrency } from "../concurrency/function-concurrency";

/** Default quotas of an account (Lambda Developer Guide: gettingstarted-limits); sizes in bytes. */
const ACCOUNT_LIMIT = {
  TotalCodeSize: 80_530_636_800,
  CodeSizeUnzipped: 262_144_000,
  CodeSizeZipped: 52_428_800,
  ConcurrentExecutions: CONCURRENT_EXECUTIONS,
};

/** The account's limits and what it uses in the region. */
export const getAccountSettings: Handler<GetAccountSettingsRequest, GetAccountSettingsResponse> = ({
  regionWorld,
}) => {
  const versions = regionWorld.functions.flatMap((fn) => fn.versions);
  return {
    AccountLimit: {
      ...ACCOUNT_LIMIT,
      UnreservedConcurrentExecutions: CONCURRENT_EXECUTIONS - reservedConcurrency(regionWorld),
    },
    AccountUsage: {
      TotalCodeSize: versions.reduce((sum, version) => sum + (version.CodeSize ?? 0), 0),
      FunctionCount: regionWorld.functions.length,
    },
  };
};
