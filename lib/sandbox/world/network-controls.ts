import type {
  AccountVpcEncryptionControl,
  VpcBlockPublicAccessExclusion,
  VpcBlockPublicAccessOptions,
} from "@aws-sdk/client-ec2";

/** What an account has switched on for all its networks in a region. */
export interface NetworkControls {
  blockPublicAccess: VpcBlockPublicAccessOptions;
  blockPublicAccessExclusions: VpcBlockPublicAccessExclusion[];
  accountEncryption: AccountVpcEncryptionControl;
}

/** Everything off, as in an account that never touched it. */
export function createNetworkControls(accountId: string, region: string): NetworkControls {
  return {
    blockPublicAccess: {
      AwsAccountId: accountId,
      AwsRegion: region,
      State: "default-state",
      InternetGatewayBlockMode: "off",
      ManagedBy: "account",
      ExclusionsAllowed: "allowed",
    },
    blockPublicAccessExclusions: [],
    accountEncryption: { State: "default-state", Mode: "unmanaged", ManagedBy: "account" },
  };
}
