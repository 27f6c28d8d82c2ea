import type { AcceptedDifference } from "./accepted-difference";
import { accountDifferences } from "./accepted/account-differences";
import { addressDifferences } from "./accepted/address-differences";
import { gatewayDifferences } from "./accepted/gateway-differences";
import { iamDifferences } from "./accepted/iam-differences";
import { interfaceDifferences } from "./accepted/interface-differences";
import { networkAclDifferences } from "./accepted/network-acl-differences";
import { peeringDifferences } from "./accepted/peering-differences";
import { prefixListDifferences } from "./accepted/prefix-list-differences";
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
  ...prefixListDifferences,
  ...peeringDifferences,
  ...transitDifferences,
  ...iamDifferences,
].flatMap(({ at, ...row }) => [at].flat().map((place) => ({ ...row, at: place })));
