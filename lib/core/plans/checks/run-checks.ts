import type { CheckResult } from "../change-plan";
import type { PlanFacts } from "../plan-facts";
import type { Check } from "./check";
import { codeSize } from "./create/code-size";
import { nameTaken } from "./create/name-taken";
import { roleAssumable } from "./create/role-assumable";
import { runtimeAndHandler } from "./create/runtime-and-handler";
import { functionState } from "./function/function-state";
import { noChange } from "./function/no-change";
import { addresses } from "./network/addresses";
import { dedicatedTenancy } from "./network/dedicated-tenancy";
import { dualStack } from "./network/dual-stack";
import { interfaceQuota } from "./network/interface-quota";
import { limits } from "./network/limits";
import { mixedRouting } from "./network/mixed-routing";
import { publicSubnet } from "./network/public-subnet";
import { sameVpc } from "./network/same-vpc";
import { securityGroupEgress } from "./network/security-group-egress";
import { securityGroupsExist } from "./network/security-groups-exist";
import { subnetsEligible } from "./network/subnets-eligible";
import { subnetsExist } from "./network/subnets-exist";
import { twoZones } from "./network/two-zones";
import { losesAccess } from "./release/loses-access";
import { pinnedInterfaces } from "./release/pinned-interfaces";
import { privateAccess } from "./release/private-access";
import { roleUntilReleased } from "./release/role-until-released";
import { executionRole } from "./role/execution-role";

/** Every check, in the order in which a person reads them. */
export const checks: readonly Check[] = [
  nameTaken,
  functionState,
  noChange,
  runtimeAndHandler,
  codeSize,
  roleAssumable,
  subnetsExist,
  securityGroupsExist,
  sameVpc,
  dedicatedTenancy,
  subnetsEligible,
  limits,
  twoZones,
  addresses,
  interfaceQuota,
  dualStack,
  publicSubnet,
  mixedRouting,
  securityGroupEgress,
  losesAccess,
  executionRole,
  pinnedInterfaces,
  roleUntilReleased,
  privateAccess,
];

/** The results of all checks whose question arises. A plan that changes nothing asks only about itself. */
export function runChecks(facts: PlanFacts, isNoop: boolean): CheckResult[] {
  const asked = isNoop ? [functionState, noChange] : checks;
  return asked.flatMap((check) => {
    const outcome = check.evaluate(facts);
    return outcome === null ? [] : [{ id: check.code, code: check.code, title: check.title, ...outcome }];
  });
}
