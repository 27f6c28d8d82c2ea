import type {
  CreatePolicyVersionCommandInput,
  CreatePolicyVersionCommandOutput,
  DeletePolicyVersionCommandInput,
  GetPolicyVersionCommandInput,
  GetPolicyVersionCommandOutput,
  ListPolicyVersionsCommandInput,
  ListPolicyVersionsCommandOutput,
  PolicyVersion,
  SetDefaultPolicyVersionCommandInput,
} from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { ManagedPolicy } from "../../../world/iam-world";
import { checkPolicyDocument } from "../documents/check-policy-document";
import { encodeDocument } from "../documents/encode-document";
import { deleteConflict, limitExceeded, noSuchEntity, validationError } from "../iam-errors";
import { pageOf } from "../iam-page";
import { checkPolicySize } from "./check-policy-size";
import { getKnownPolicy, getOwnPolicy } from "./get-known-policy";

const MAX_VERSIONS = 5;

type Version = ManagedPolicy["versions"][number];

function toPolicyVersion(policy: ManagedPolicy, version: Version): PolicyVersion {
  return {
    VersionId: version.versionId,
    IsDefaultVersion: version.versionId === policy.defaultVersionId,
    CreateDate: version.createdAt,
  };
}

function getVersion(policy: ManagedPolicy, versionId: string | undefined): Version {
  const id = versionId ?? "";
  if (!/^v[1-9]\d*(\.[A-Za-z0-9-]*)?$/.test(id)) {
    throw validationError(
      `1 validation error detected: Value '${id}' at 'versionId' failed to satisfy constraint: Member must satisfy regular expression pattern: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?`,
    );
  }
  const version = policy.versions.find((candidate) => candidate.versionId === id);
  if (version !== undefined) return version;
  throw noSuchEntity(`Policy ${policy.policyArn} version ${id} does not exist or is not attachable.`);
}

/** A further version, in force at once where asked. */
export const createPolicyVersion: Handler<
  CreatePolicyVersionCommandInput,
  Answer<CreatePolicyVersionCommandOutput>
> = (context, input) => {
  const policy = getOwnPolicy(context, input.PolicyArn);
  const { PolicyDocument: document = "" } = input;
  checkPolicyDocument(document);
  checkPolicySize(document);
  if (policy.versions.length >= MAX_VERSIONS) {
    throw limitExceeded(
      "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.",
    );
  }
  policy.lastVersion += 1;
  const createdAt = new Date(context.clock.now());
  const version = { versionId: `v${String(policy.lastVersion)}`, document, createdAt };
  policy.versions.push(version);
  policy.updatedAt = createdAt;
  if (input.SetAsDefault === true) policy.defaultVersionId = version.versionId;
  return { PolicyVersion: toPolicyVersion(policy, version) };
};

/** One version with its document, percent-encoded. */
export const getPolicyVersion: Handler<
  GetPolicyVersionCommandInput,
  Answer<GetPolicyVersionCommandOutput>
> = (context, input) => {
  const policy = getKnownPolicy(context, input.PolicyArn);
  const version = getVersion(policy, input.VersionId);
  return {
    PolicyVersion: {
      Document: encodeDocument(version.document),
      ...toPolicyVersion(policy, version),
    },
  };
};

/** The versions, newest first, without documents. */
export const listPolicyVersions: Handler<
  ListPolicyVersionsCommandInput,
  Answer<ListPolicyVersionsCommandOutput>
> = (context, input) => {
  const policy = getKnownPolicy(context, input.PolicyArn);
  const { items, rest } = pageOf(policy.versions.toReversed(), input);
  return { Versions: items.map((version) => toPolicyVersion(policy, version)), ...rest };
};

/** Puts a version in force, wherever the policy is attached. */
export const setDefaultPolicyVersion: Handler<SetDefaultPolicyVersionCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const policy = getOwnPolicy(context, input.PolicyArn);
  policy.defaultVersionId = getVersion(policy, input.VersionId).versionId;
  policy.updatedAt = new Date(context.clock.now());
  return {};
};

/** Deletes a version that is not in force. */
export const deletePolicyVersion: Handler<DeletePolicyVersionCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const policy = getOwnPolicy(context, input.PolicyArn);
  const version = getVersion(policy, input.VersionId);
  if (version.versionId === policy.defaultVersionId) {
    throw deleteConflict("Cannot delete the default version of a policy.");
  }
  policy.versions.splice(policy.versions.indexOf(version), 1);
  return {};
};
