import type { ListRolePoliciesCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { Identity } from "../../../world/iam-world";
import { checkPolicyDocument } from "../documents/check-policy-document";
import { encodeDocument } from "../documents/encode-document";
import { checkName } from "../entity-names";
import { limitExceeded, noSuchEntity } from "../iam-errors";
import { byName, pageOf } from "../iam-page";
import { getIdentity, type IdentityKind } from "./identity-kind";

type NameInput = { PolicyName: string | undefined };
type PageInput = { Marker?: string | undefined; MaxItems?: number | undefined };

/** Throws NoSuchEntity for an inline policy that the identity does not have. */
function getDocument<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
  identity: Kind,
  name: string,
): string {
  const { inlinePolicies } = identity;
  const document = Object.hasOwn(inlinePolicies, name) ? inlinePolicies[name] : undefined;
  if (document === undefined) {
    throw noSuchEntity(`The ${kind.noun} policy with name ${name} cannot be found.`);
  }
  return document;
}

/** PutRolePolicy and its siblings: makes an inline policy, or replaces it. */
export function putInlinePolicy<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & NameInput & { PolicyDocument: string | undefined }, Record<string, never>> {
  return ({ account }, input) => {
    const identity = getIdentity(kind, account, input);
    const { PolicyName: name = "", PolicyDocument: document = "" } = input;
    checkName("policyName", name, 128);
    checkPolicyDocument(document);
    const documents = Object.values({ ...identity.inlinePolicies, [name]: document });
    const size = documents.join("").replaceAll(/\s/g, "").length;
    if (size > kind.maxInlineSize) {
      throw limitExceeded(
        `Maximum policy size of ${String(kind.maxInlineSize)} bytes exceeded for ${kind.noun} ${kind.nameOf(identity)}`,
      );
    }
    identity.inlinePolicies[name] = document;
    return {};
  };
}

/** DeleteRolePolicy and its siblings. */
export function deleteInlinePolicy<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & NameInput, Record<string, never>> {
  return ({ account }, input) => {
    const identity = getIdentity(kind, account, input);
    const { PolicyName: name = "" } = input;
    getDocument(kind, identity, name);
    Reflect.deleteProperty(identity.inlinePolicies, name);
    return {};
  };
}

/** GetRolePolicy and its siblings; the document travels percent-encoded. */
export function getInlinePolicy<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & NameInput, { PolicyName: string; PolicyDocument: string }> {
  return ({ account }, input) => {
    const { PolicyName: name = "" } = input;
    const identity = getIdentity(kind, account, input);
    const document = encodeDocument(getDocument(kind, identity, name));
    const member = `${kind.noun.charAt(0).toUpperCase()}${kind.noun.slice(1)}Name`;
    return { [member]: kind.nameOf(identity), PolicyName: name, PolicyDocument: document };
  };
}

/** ListRolePolicies and its siblings: names only. */
export function listInlinePolicies<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & PageInput, Answer<ListRolePoliciesCommandOutput>> {
  return ({ account }, input) => {
    const names = Object.keys(getIdentity(kind, account, input).inlinePolicies);
    const { items, rest } = pageOf(
      byName(names, (name) => name),
      input,
    );
    return { PolicyNames: items, ...rest };
  };
}
