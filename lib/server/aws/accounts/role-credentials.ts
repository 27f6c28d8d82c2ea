import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";

/** The role that Mooring assumes in every account but the caller's own. Plain data: it may go to another thread. */
export interface ReadRole {
  name: string;
  /** What the role's trust policy may ask for, so that nobody else's Mooring is let in. */
  externalId?: string;
}

/** Temporary keys; they stay in this process's memory. */
export interface RoleCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration?: Date;
}

const SESSION_NAME = "mooring";
/** The SDK's own margin: it asks its provider again when keys have five minutes left. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** AWS answered AssumeRole without keys. */
class NoKeysError extends Error {
  override readonly name = "CredentialsProviderError";
}

/**
 * Keys of another account by its role, for all clients of one piece of work: asked for once, and again before they
 * expire. Rejects with the SDK's error where AWS refuses.
 */
export function createRoleCredentials(
  sts: STSClient,
  { name, externalId }: ReadRole,
  accountId: string,
): () => Promise<RoleCredentials> {
  let current: { keys: Promise<RoleCredentials>; expiresAt: number } | undefined;

  async function ask(): Promise<RoleCredentials> {
    const { Credentials: keys } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:${partitionOf(await sts.config.region())}:iam::${accountId}:role/${name}`,
        RoleSessionName: SESSION_NAME,
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = keys ?? {};
    if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
      throw new NoKeysError(`AWS gave no keys for the role ${name} in account ${accountId}.`);
    }
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      ...(Expiration === undefined ? {} : { expiration: Expiration }),
    };
  }

  return async () => {
    if (current !== undefined && current.expiresAt - RENEW_BEFORE_MS > Date.now()) return current.keys;
    const asked = { keys: ask(), expiresAt: Number.POSITIVE_INFINITY };
    current = asked;
    try {
      const keys = await asked.keys;
      asked.expiresAt = keys.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
      return keys;
    } catch (error) {
      if (current === asked) current = undefined;
      throw error;
    }
  };
}

/** IAM User Guide, "ARN format": a region's name tells its partition. */
function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
