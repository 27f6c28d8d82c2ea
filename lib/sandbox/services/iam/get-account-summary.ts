import type { GetAccountSummaryCommandInput, GetAccountSummaryCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../handler";

/** Quotas of a new account ("IAM and AWS STS quotas"). */
const QUOTAS = {
  AccessKeysPerUserQuota: 2,
  AssumeRolePolicySizeQuota: 2048,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 10,
  AttachedPoliciesPerUserQuota: 10,
  GlobalEndpointTokenVersion: 1,
  GroupPolicySizeQuota: 5120,
  GroupsPerUserQuota: 10,
  GroupsQuota: 300,
  InstanceProfilesQuota: 1000,
  PoliciesQuota: 1500,
  PolicySizeQuota: 6144,
  PolicyVersionsInUseQuota: 10_000,
  RolePolicySizeQuota: 10_240,
  RolesQuota: 1000,
  ServerCertificatesQuota: 20,
  SigningCertificatesPerUserQuota: 2,
  UserPolicySizeQuota: 2048,
  UsersQuota: 5000,
  VersionsPerPolicyQuota: 5,
};

/** What the account uses of IAM, and its quotas. */
export const getAccountSummary: Handler<
  GetAccountSummaryCommandInput,
  Answer<GetAccountSummaryCommandOutput>
> = ({ account }) => ({
  SummaryMap: {
    ...QUOTAS,
    AccountAccessKeysPresent: 0,
    AccountMFAEnabled: 0,
    AccountSigningCertificatesPresent: 0,
    Groups: account.groups.length,
    InstanceProfiles: 0,
    MFADevices: 0,
    MFADevicesInUse: 0,
    Policies: account.policies.length,
    PolicyVersionsInUse: account.policies.reduce((sum, policy) => sum + policy.versions.length, 0),
    Providers: 0,
    Roles: account.roles.length,
    ServerCertificates: 0,
    Users: account.users.length,
  },
});
