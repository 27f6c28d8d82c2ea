import type { AcceptedDifference } from "./accepted-difference";
import { accountDifferences } from "./accepted/account-differences";
import { addressDifferences } from "./accepted/address-differences";
import { dataStoreDifferences } from "./accepted/data-store-differences";
import { endpointDifferences } from "./accepted/endpoint-differences";
import { gatewayDifferences } from "./accepted/gateway-differences";
import { iamDifferences } from "./accepted/iam-differences";
import { instanceDifferences } from "./accepted/instance-differences";
import { interfaceDifferences } from "./accepted/interface-differences";
import { lambdaDifferences } from "./accepted/lambda-differences";
import { lambdaVersionDifferences } from "./accepted/lambda-version-differences";
import { networkAclDifferences } from "./accepted/network-acl-differences";
import { pagingDifferences } from "./accepted/paging-differences";
import { peeringDifferences } from "./accepted/peering-differences";
import { prefixListDifferences } from "./accepted/prefix-list-differences";
import { routeDifferences } from "./accepted/route-differences";
import { ruleChangeDifferences } from "./accepted/rule-change-differences";
import { securityGroupDifferences } from "./accepted/security-group-differences";
import { transitDifferences } from "./accepted/transit-differences";
import { vpcDifferences } from "./accepted/vpc-differences";

/** Every difference that is allowed, each with its reason and the document that decides it. */
export const acceptedDifferences: readonly AcceptedDifference[] = [
  ...accountDifferences,
  ...vpcDifferences,
  ...gatewayDifferences,
  ...addressDifferences,
  ...securityGroupDifferences,
  ...networkAclDifferences,
  ...interfaceDifferences,
  ...instanceDifferences,
  ...prefixListDifferences,
  ...peeringDifferences,
  ...transitDifferences,
  ...endpointDifferences,
  ...pagingDifferences,
  ...ruleChangeDifferences,
  ...routeDifferences,
  ...iamDifferences,
  ...lambdaDifferences,
  ...lambdaVersionDifferences,
  ...dataStoreDifferences,
].flatMap(({ at, ...row }) => [at].flat().map((place) => ({ ...row, at: place })));
