import type { GetAccessKeyInfoCommandInput, GetAccessKeyInfoCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";

/** The account of a key. A key that nobody was given is the home account's root, here as everywhere. */
export const getAccessKeyInfo: Handler<
  GetAccessKeyInfoCommandInput,
  Answer<GetAccessKeyInfoCommandOutput>
> = ({ world }, input) => {
  const { AccessKeyId: id = "" } = input;
  if (!/^\w{16,128}$/.test(id)) {
    throw new AwsError(
      "ValidationError",
      `1 validation error detected: Value '${id}' at 'accessKeyId' failed to satisfy constraint: Member must have length greater than or equal to 16`,
    );
  }
  const key = Object.hasOwn(world.accessKeys, id) ? world.accessKeys[id] : undefined;
  return { Account: key?.accountId ?? world.homeAccountId };
};
