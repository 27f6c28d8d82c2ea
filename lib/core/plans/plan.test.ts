import { describe, expect, it } from "vitest";
import type { Snapshot } from "../network/snapshot";
import { toScript } from "./export/cli";
import { shellQuote } from "./export/shell-quote";
import { inWords, nameAndId } from "./name-and-id";
import { planAttach } from "./plan-attach";
import { planCreate } from "./plan-create";
import { planDetach } from "./plan-detach";
import { simulatePlan } from "./simulate";
import { buildAttachment, buildCreateFacts, buildPlanFacts } from "./testing/build-plan-facts";

const detachFacts = buildPlanFacts({
  kind: "detach-function",
  before: buildAttachment(),
  after: null,
  subnets: [],
  securityGroups: [],
  vpc: null,
});

describe("planAttach", () => {
  it("updates, then waits, and says how it is undone", () => {
    const plan = planAttach(buildPlanFacts());
    expect(plan.title).toBe("Attach orders-api to prod-vpc");
    expect(plan.steps.map(({ kind, inverse }) => [kind, inverse])).toEqual([
      ["update-function-configuration", "Detach the function again."],
      ["await-function", null],
    ]);
    expect(plan.preview).toMatchObject({
      isNoop: false,
      before: { vpcId: null, subnetIds: [] },
      after: { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] },
      verdictChanges: [],
      verdictChangesStatus: "evaluated",
    });
    expect(plan.preview.cli).toBe(
      [
        "aws lambda update-function-configuration \\",
        "  --region eu-west-1 \\",
        "  --function-name orders-api \\",
        "  --vpc-config SubnetIds=subnet-a,subnet-b,SecurityGroupIds=sg-app,Ipv6AllowedForDualStack=false",
      ].join("\n"),
    );
  });

  it("puts the previous settings back where the function was attached before", () => {
    const plan = planAttach(
      buildPlanFacts({ before: buildAttachment({ subnetIds: ["subnet-c"], vpcId: "" }) }),
    );
    expect(plan.steps[0]?.inverse).toBe("Put the previous subnets and security groups back.");
    expect(plan.preview.before.vpcId).toBeNull();
  });

  it("has no step where nothing changes, whatever the order of the lists", () => {
    const plan = planAttach(
      buildPlanFacts({ before: buildAttachment({ subnetIds: ["subnet-b", "subnet-a"] }) }),
    );
    expect(plan.preview.isNoop).toBe(true);
    expect(plan.steps).toEqual([]);
    expect(plan.checks.map(({ code }) => code)).toEqual(["function-state", "no-change"]);
  });

  it("has a title without a VPC where no subnet was found", () => {
    expect(planAttach(buildPlanFacts({ vpc: null })).title).toBe("Attach orders-api to a VPC");
  });
});

describe("planDetach", () => {
  it("sends both lists empty", () => {
    const plan = planDetach(detachFacts);
    expect(plan.title).toBe("Detach orders-api from vpc-1");
    expect(planDetach({ ...detachFacts, beforeVpcName: "prod-vpc" }).title).toBe(
      "Detach orders-api from prod-vpc",
    );
    expect(plan.preview.cli).toContain(
      "--vpc-config 'SubnetIds=[],SecurityGroupIds=[],Ipv6AllowedForDualStack=false'",
    );
  });

  it("is a no-op outside a VPC", () => {
    expect(planDetach({ ...detachFacts, before: null }).preview.isNoop).toBe(true);
  });
});

describe("planCreate", () => {
  const facts = buildPlanFacts({ kind: "create-function", configuration: null, create: buildCreateFacts() });

  it("creates in a VPC with one command", () => {
    const plan = planCreate(facts);
    expect(plan.title).toBe("Create orders-api in prod-vpc");
    expect(plan.preview.cli.replaceAll(" \\\n ", "")).toBe(
      "aws lambda create-function --region eu-west-1 --function-name orders-api --role arn:aws:iam::111122223333:role/orders-role --runtime nodejs22.x --handler index.handler --architectures arm64 --zip-file fileb://function.zip --vpc-config SubnetIds=subnet-a,subnet-b,SecurityGroupIds=sg-app,Ipv6AllowedForDualStack=false",
    );
  });

  it("is never a no-op, not even outside a VPC, and then names no VPC", () => {
    const plan = planCreate({ ...facts, after: null, subnets: [], vpc: null });
    expect(plan.preview.isNoop).toBe(false);
    expect(plan.title).toBe("Create orders-api");
    expect(plan.preview.cli).not.toContain("--vpc-config");
  });

  it.each([
    [{ kind: "s3", bucket: "b", key: "it's.zip" } as const, `--code 'S3Bucket=b,S3Key=it'\\''s.zip'`],
    [{ kind: "image", imageUri: "repo:1" } as const, "--package-type Image \\\n  --code ImageUri=repo:1"],
  ])("names code %o", (code, expected) => {
    const create = buildCreateFacts({ code, runtime: null, handler: null, architecture: null });
    expect(planCreate({ ...facts, create }).preview.cli).toContain(expected);
  });

  it("leaves out what is not known", () => {
    expect(planCreate({ ...facts, create: null, role: null }).preview.cli).toContain("--role ''");
  });
});

describe("toScript", () => {
  it.each([
    ["attach-function", "function-updated-v2"],
    ["create-function", "function-active-v2"],
  ] as const)("waits after %s with %s", (kind, waiter) => {
    const script = toScript({ kind, functionName: "f", region: "eu-west-1", cli: "aws lambda x" });
    expect(script).toBe(`aws lambda x\naws lambda wait ${waiter} --region eu-west-1 --function-name f\n`);
  });
});

describe("shellQuote", () => {
  it.each([
    ["plain-1", "plain-1"],
    ["two words", "'two words'"],
    ["it's", String.raw`'it'\''s'`],
    ['$HOME "x"', `'$HOME "x"'`],
    ["a[]*?", "'a[]*?'"],
    ["", "''"],
    ["a\nb", "'a\nb'"],
  ])("quotes %j", (word, quoted) => {
    expect(shellQuote(word)).toBe(quoted);
  });
});

describe("words", () => {
  it("never shows an id alone where there is a name", () => {
    expect(nameAndId("prod", "vpc-1")).toBe("prod (vpc-1)");
    expect(nameAndId(null, "vpc-1")).toBe("vpc-1");
    expect(nameAndId("", "vpc-1")).toBe("vpc-1");
  });

  it.each([
    [[], "none"],
    [["a"], "a"],
    [["a", "b", "c"], "a, b and c"],
  ])("lists %j as %s", (items, words) => {
    expect(inWords(items)).toBe(words);
  });
});

describe("simulatePlan", () => {
  const arn = "arn:aws:lambda:eu-west-1:111122223333:function:orders-api";
  const capture = {
    accountId: "111122223333",
    region: "eu-west-1",
    capturedAt: "2026-11-21T08:00:00.000Z",
    unknown: {},
    coverage: [],
  };
  const snapshot: Snapshot = {
    id: "s",
    name: "live",
    source: "live",
    capturedAt: capture.capturedAt,
    captures: [
      {
        ...capture,
        resources: {
          Functions: [
            { FunctionArn: `${arn}:$LATEST`, Version: "$LATEST" },
            { FunctionArn: `${arn}:3`, Version: "3" },
            { FunctionArn: `${arn}-2` },
          ],
          FunctionStates: [
            { FunctionArn: arn, ReadAt: capture.capturedAt },
            { FunctionArn: `${arn}-2`, ReadAt: capture.capturedAt },
          ],
        },
      },
      { ...capture, resources: {} },
    ],
  };

  it("changes the function's $LATEST and its state, nothing else", () => {
    const after = simulatePlan(snapshot, arn, buildAttachment());
    const { Functions, FunctionStates } = after.captures[0]?.resources ?? {};
    const VpcConfig = {
      VpcId: "vpc-1",
      SubnetIds: ["subnet-a", "subnet-b"],
      SecurityGroupIds: ["sg-app"],
      Ipv6AllowedForDualStack: false,
    };
    expect(Functions?.map((fn) => fn.VpcConfig)).toEqual([VpcConfig, undefined, undefined]);
    expect(FunctionStates?.map((state) => state.VpcConfig)).toEqual([VpcConfig, undefined]);
    expect(after.captures[1]?.resources).toEqual({});
  });

  it("detaches with empty lists, as AWS answers", () => {
    const after = simulatePlan(snapshot, arn, null);
    expect(after.captures[0]?.resources.Functions?.[0]?.VpcConfig).toEqual({
      VpcId: "",
      SubnetIds: [],
      SecurityGroupIds: [],
      Ipv6AllowedForDualStack: false,
    });
  });
});
