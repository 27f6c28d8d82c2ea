import type { CreatePolicyCommandInput, CreatePolicyCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { ManagedPolicy } from "../../../world/iam-world";
import { checkPolicyDocument } from "../documents/check-policy-document";
import { checkName, checkPath, isTaken, uniqueId } from "../entity-names";
import { entityAlreadyExists } from "../iam-errors";
import { checkTags } from "../identities/tags";
import { checkPolicySize } from "./check-policy-size";
import { toIamPolicy } from "./get-known-policy";

/** Makes a customer managed policy with its first version in force. */
export const createPolicy: Handler<CreatePolicyCommandInput, Answer<CreatePolicyCommandOutput>> = (
  context,
  input,
) => {
  const { account, accountId, clock } = context;
  const { PolicyName: policyName = "", Path: path = "/", PolicyDocument: document = "" } = input;
  checkName("policyName", policyName, 128);
  checkPath(path);
  const tags = checkTags(input.Tags ?? []);
  checkPolicyDocument(document);
  checkPolicySize(document);
  const taken = account.policies.map((policy) => policy.policyName);
  if (isTaken(taken, policyName)) {
    throw entityAlreadyExists(
      `A policy called ${policyName} already exists. Duplicate names are not allowed.`,
    );
  }
  const createdAt = new Date(clock.now());
  const policy: ManagedPolicy = {
    policyName,
    policyArn: `arn:aws:iam::${accountId}:policy${path}${policyName}`,
    policyId: uniqueId(context, "ANPA"),
    path,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    defaultVersionId: "v1",
    createdAt,
    updatedAt: createdAt,
    versions: [{ versionId: "v1", document, createdAt }],
    lastVersion: 1,
    tags,
  };
  account.policies.push(policy);
  return { Policy: { ...toIamPolicy(account, policy), ...(tags.length === 0 ? {} : { Tags: tags }) } };
};
