import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { KeptPlanIntent } from "@/lib/contract/plans";
import type { Network } from "@/lib/core/network/network";
import { normalizeVpcConfig, type Attachment } from "@/lib/core/network/vpc-config";
import type { ChangePlan } from "@/lib/core/plans/change-plan";
import { planAttach } from "@/lib/core/plans/plan-attach";
import { planCreate } from "@/lib/core/plans/plan-create";
import { planDetach } from "@/lib/core/plans/plan-detach";
import type { CreateFacts, PlanFacts } from "@/lib/core/plans/plan-facts";
import { planVerdictChanges } from "@/lib/core/plans/reach/plan-verdict-changes";
import { selectFacts } from "@/lib/core/plans/select-facts";
import type { RequestContext } from "../../context";
import { toRecorded } from "../../collector/reading/to-recorded";
import type { PlanBase } from "../../store/plan-store/plan-base";
import { locateFunction, notFound, readFunction, type FunctionPlace } from "./locate-function";
import { readLive, readRole, readRoleTrust, toReading } from "./read-live";

type CreateIntent = Extract<KeptPlanIntent, { kind: "create-function" }>;

export interface PlanDraft {
  functionName: string;
  functionArn: string | null;
  change: ChangePlan;
  base: PlanBase;
}

/** Reads what the plan rests on and computes it. Nothing is stored. Throws ApiError `not_found` or `ambiguous_name`. */
export async function draftPlan(
  ctx: RequestContext,
  network: Network,
  intent: KeptPlanIntent,
): Promise<PlanDraft> {
  if (intent.kind === "create-function") return draftCreation(ctx, network, intent);
  const place = await locateFunction(ctx, network, intent.functionName);
  const configuration = await readFunction(ctx, place.region, place.functionArn);
  if (configuration === null) throw notFound(intent.functionName);
  const before = normalizeVpcConfig(configuration.VpcConfig);
  const after = intent.kind === "attach-function" ? toAttachment(intent) : null;
  const facts = await readFacts(ctx, network, { kind: intent.kind, place, configuration, before, after });
  return {
    functionName: place.functionName,
    functionArn: place.functionArn,
    change: intent.kind === "attach-function" ? planAttach(facts) : planDetach(facts),
    base: toBase(place, facts, configuration.RevisionId ?? null),
  };
}

async function draftCreation(
  ctx: RequestContext,
  network: Network,
  intent: CreateIntent,
): Promise<PlanDraft> {
  const { region } = ctx.config;
  const accountId = intent.roleArn.split(":")[4] ?? null;
  const place = { functionName: intent.functionName, functionArn: null, region, accountId };
  const after = toAttachment(intent);
  const facts = await readFacts(ctx, network, {
    kind: intent.kind,
    place,
    configuration: null,
    before: null,
    after,
    create: intent,
  });
  return {
    functionName: intent.functionName,
    functionArn: null,
    change: planCreate(facts),
    base: toBase(place, facts, null),
  };
}

interface Asked {
  kind: PlanFacts["kind"];
  place: Omit<FunctionPlace, "functionArn"> & { functionArn: string | null };
  configuration: FunctionConfiguration | null;
  before: Attachment | null;
  after: Attachment | null;
  create?: CreateIntent;
}

async function readFacts(ctx: RequestContext, network: Network, asked: Asked): Promise<PlanFacts> {
  const { place, before, after, configuration } = asked;
  const scope = { aws: ctx.aws, region: place.region, signal: ctx.signal };
  const roleArn = asked.create?.roleArn ?? configuration?.Role;
  const [live, role, create] = await Promise.all([
    readLive(scope, { before, after }),
    roleArn === undefined ? null : readRole(scope, roleArn),
    asked.create === undefined ? null : readCreateFacts(ctx, asked.create, place.region),
  ]);
  const selected = selectFacts({ network, live, before, after, functionArn: place.functionArn });
  return {
    kind: asked.kind,
    functionName: place.functionName,
    region: place.region,
    configuration: configuration === null ? null : toRecorded(configuration),
    role,
    create,
    ...selected,
    verdictChanges: planVerdictChanges(network, {
      functionArn: place.functionArn ?? arnOfNew(place),
      before: selected.before,
      after: selected.after,
    }),
  };
}

/** A function that does not exist has none; this one is asked about as if it did. */
function arnOfNew({ region, accountId, functionName }: Asked["place"]): string {
  return `arn:aws:lambda:${region}:${accountId ?? ""}:function:${functionName}`;
}

async function readCreateFacts(
  ctx: RequestContext,
  intent: CreateIntent,
  region: string,
): Promise<CreateFacts> {
  const scope = { aws: ctx.aws, region, signal: ctx.signal };
  const [nameTaken, roleAssumable] = await Promise.all([
    toReading(readFunction(ctx, region, intent.functionName).then((found) => found !== null)),
    readRoleTrust(scope, intent.roleArn),
  ]);
  return {
    nameTaken,
    roleAssumable,
    code: toCodeFacts(intent.code),
    runtime: intent.runtime ?? null,
    handler: intent.handler ?? null,
    architecture: intent.architecture ?? null,
  };
}

function toCodeFacts(code: CreateIntent["code"]): CreateFacts["code"] {
  if ("sample" in code) return { kind: "sample" };
  if ("zip" in code) return { kind: "zip", sizeBytes: code.zip.sizeBytes };
  if ("s3" in code) return { kind: "s3", ...code.s3 };
  return { kind: "image", imageUri: code.imageUri };
}

function toAttachment(
  intent: Pick<CreateIntent, "subnetIds" | "securityGroupIds" | "ipv6AllowedForDualStack">,
): Attachment | null {
  return normalizeVpcConfig({
    SubnetIds: intent.subnetIds,
    SecurityGroupIds: intent.securityGroupIds,
    Ipv6AllowedForDualStack: intent.ipv6AllowedForDualStack,
  });
}

function toBase(
  place: Pick<FunctionPlace, "region" | "accountId">,
  facts: PlanFacts,
  revisionId: string | null,
): PlanBase {
  const { region, accountId } = place;
  return { region, accountId, revisionId, attachment: facts.before, target: facts.after };
}
