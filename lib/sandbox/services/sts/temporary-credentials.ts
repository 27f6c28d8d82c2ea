import { createHash, randomBytes } from "node:crypto";
import type { Credentials } from "@aws-sdk/client-sts";
import type { HandlerContext } from "../../handler";
import type { SessionKey } from "../../world/iam-world";

/** Gives out a temporary key, and forgets those that have expired. Secret and token are checked nowhere. */
export function issueCredentials(
  { world, clock, ids }: HandlerContext,
  session: Omit<SessionKey, "expiresAt"> & { durationSeconds: number },
): Credentials {
  const { durationSeconds, ...key } = session;
  const now = clock.now();
  for (const [id, other] of Object.entries(world.accessKeys)) {
    if ("holder" in other && other.expiresAt + FORGET_AFTER_MS < now)
      Reflect.deleteProperty(world.accessKeys, id);
  }
  const accessKeyId = `ASIA${ids.id("key").slice(-16).toUpperCase()}`;
  const expiresAt = now + durationSeconds * 1000;
  world.accessKeys[accessKeyId] = { ...key, expiresAt };
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: randomBytes(30).toString("base64"),
    SessionToken: createHash("sha512").update(accessKeyId).digest("base64"),
    Expiration: new Date(expiresAt),
  };
}

/** Long enough that a client which holds on to its key still hears "expired". */
const FORGET_AFTER_MS = 24 * 60 * 60_000;
