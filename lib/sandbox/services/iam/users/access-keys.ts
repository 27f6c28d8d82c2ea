import { randomBytes } from "node:crypto";
import type {
  CreateAccessKeyCommandInput,
  CreateAccessKeyCommandOutput,
  DeleteAccessKeyCommandInput,
  ListAccessKeysCommandInput,
  ListAccessKeysCommandOutput,
  UpdateAccessKeyCommandInput,
} from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { AccessKey, User } from "../../../world/iam-world";
import { limitExceeded, noSuchEntity } from "../iam-errors";
import { pageOf } from "../iam-page";
import { getIdentity, USERS } from "../identities/identity-kind";
import { accessKeysOf } from "./user-access-keys";

const MAX_KEYS = 2;

/** The user that a request names, or who makes it. */
function userOf({ account, caller }: HandlerContext, userName: string | undefined): User {
  if (userName !== undefined) return getIdentity(USERS, account, { UserName: userName });
  if (caller.identity !== undefined && "userName" in caller.identity) return caller.identity;
  throw new AwsError("ValidationError", "Must specify userName when calling with non-User credentials");
}

function getKey(context: HandlerContext, user: User, id: string): AccessKey {
  const found = accessKeysOf(context.world, context.accountId, user.userName).find(
    (entry) => entry.id === id,
  );
  if (found === undefined) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return found.key;
}

function statusOf(key: AccessKey): "Active" | "Inactive" {
  return key.isInactive === true ? "Inactive" : "Active";
}

/** A key that calls as its user from now on. The secret is shown here only, and checked nowhere. */
export const createAccessKey: Handler<CreateAccessKeyCommandInput, Answer<CreateAccessKeyCommandOutput>> = (
  context,
  input,
) => {
  const { world, accountId, clock, ids } = context;
  const user = userOf(context, input.UserName);
  if (accessKeysOf(world, accountId, user.userName).length >= MAX_KEYS) {
    throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${String(MAX_KEYS)}`);
  }
  const id = `AKIA${ids.id("key").slice(-16).toUpperCase()}`;
  const createdAt = new Date(clock.now());
  world.accessKeys[id] = { accountId, userName: user.userName, createdAt };
  return {
    AccessKey: {
      UserName: user.userName,
      AccessKeyId: id,
      Status: "Active",
      SecretAccessKey: randomBytes(30).toString("base64"),
      CreateDate: createdAt,
    },
  };
};

/** The keys of a user, without their secrets. */
export const listAccessKeys: Handler<ListAccessKeysCommandInput, Answer<ListAccessKeysCommandOutput>> = (
  context,
  input,
) => {
  const user = userOf(context, input.UserName);
  const { items, rest } = pageOf(accessKeysOf(context.world, context.accountId, user.userName), input);
  return {
    AccessKeyMetadata: items.map(({ id, key }) => ({
      UserName: user.userName,
      AccessKeyId: id,
      Status: statusOf(key),
      CreateDate: key.createdAt,
    })),
    ...rest,
  };
};

/** Turns a key off, or on again. */
export const updateAccessKey: Handler<UpdateAccessKeyCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const key = getKey(context, userOf(context, input.UserName), input.AccessKeyId ?? "");
  key.isInactive = input.Status === "Inactive";
  return {};
};

/** Deletes a key: whoever calls with it is nobody from now on. */
export const deleteAccessKey: Handler<DeleteAccessKeyCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const { AccessKeyId: id = "" } = input;
  getKey(context, userOf(context, input.UserName), id);
  Reflect.deleteProperty(context.world.accessKeys, id);
  return {};
};
