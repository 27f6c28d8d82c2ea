import type { Attachment } from "../../network/vpc-config";
import type { CreateFacts, PlanFacts } from "../plan-facts";
import { shellQuote } from "./shell-quote";

type CliFacts = Pick<PlanFacts, "functionName" | "region" | "after">;

/** The AWS CLI command that makes the same change. Both lists empty detach (Lambda API reference, VpcConfig). */
export function updateFunctionCli({ functionName, region, after }: CliFacts): string {
  return command("update-function-configuration", [
    ["--region", region],
    ["--function-name", functionName],
    ["--vpc-config", vpcConfigShorthand(after)],
  ]);
}

/** The AWS CLI command that creates the same function. A zip is named as a file of the reader's own. */
export function createFunctionCli(facts: CliFacts & Pick<PlanFacts, "create" | "role">): string {
  const { create } = facts;
  const options: [string, string][] = [
    ["--region", facts.region],
    ["--function-name", facts.functionName],
    ["--role", facts.role?.roleArn ?? ""],
    ...(create === null ? [] : codeOptions(create)),
  ];
  if (facts.after !== null) options.push(["--vpc-config", vpcConfigShorthand(facts.after)]);
  return command("create-function", options);
}

/** The command and the wait after it, as a script one can run. */
export function toScript(facts: {
  kind: PlanFacts["kind"];
  functionName: string;
  region: string;
  cli: string;
}): string {
  const waiter = facts.kind === "create-function" ? "function-active-v2" : "function-updated-v2";
  const wait = `aws lambda wait ${waiter} --region ${shellQuote(facts.region)} --function-name ${shellQuote(facts.functionName)}`;
  return `${facts.cli}\n${wait}\n`;
}

/** Always names the IPv6 setting: what AWS makes of its absence is not documented. */
function vpcConfigShorthand(after: Attachment | null): string {
  if (after === null) return "SubnetIds=[],SecurityGroupIds=[],Ipv6AllowedForDualStack=false";
  const ipv6 = String(after.ipv6AllowedForDualStack);
  return `SubnetIds=${after.subnetIds.join(",")},SecurityGroupIds=${after.securityGroupIds.join(",")},Ipv6AllowedForDualStack=${ipv6}`;
}

function codeOptions(create: CreateFacts): [string, string][] {
  const options: [string, string][] = [];
  if (create.runtime !== null) options.push(["--runtime", create.runtime]);
  if (create.handler !== null) options.push(["--handler", create.handler]);
  if (create.architecture !== null) options.push(["--architectures", create.architecture]);
  switch (create.code.kind) {
    case "sample":
    case "zip":
      options.push(["--zip-file", "fileb://function.zip"]);
      break;
    case "s3":
      options.push(["--code", `S3Bucket=${create.code.bucket},S3Key=${create.code.key}`]);
      break;
    case "image":
      options.push(["--package-type", "Image"], ["--code", `ImageUri=${create.code.imageUri}`]);
      break;
  }
  return options;
}

function command(name: string, options: [string, string][]): string {
  const lines = options.map(([option, value]) => `${option} ${shellQuote(value)}`);
  return [`aws lambda ${name}`, ...lines].join(" \\\n  ");
}
