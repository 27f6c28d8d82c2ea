import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { acceptedDifferences } from "./accepted-differences";

const SERVICES = ["ec2", "elastic-load-balancing-v2", "iam", "lambda", "rds", "sts"];
const sources = [...new Set(acceptedDifferences.map(({ source }) => source))];

/** `Vpc.State` of "SDK type Vpc.State"; codes of errors and names of files have points too. */
function sdkMembers(source: string): string[] {
  const cited = /SDK types? (.*)/.exec(source)?.[1] ?? "";
  return [...cited.matchAll(/\b([A-Z]\w+\.[A-Z]\w+)\b/g)].flatMap(([, member]) => member ?? []);
}

/** Every interface that the clients declare, by its name, which several may have. */
function readInterfaces(): Map<string, string> {
  const files = SERVICES.flatMap((service) => {
    const folder = `node_modules/@aws-sdk/client-${service}/dist-types/models`;
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  });
  const declared = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g),
  ]);
  const bodies = new Map<string, string>();
  for (const [, name = "", body = ""] of declared) bodies.set(name, `${bodies.get(name) ?? ""}\n${body}`);
  return bodies;
}

describe("the source of an accepted difference", () => {
  it("names a member that the SDK has, where it names the SDK", () => {
    const interfaces = readInterfaces();
    const cited = sources.flatMap(sdkMembers);
    expect(cited.length).toBeGreaterThan(50);
    const missing = cited.filter((member) => {
      const [type = "", name = ""] = member.split(".");
      return !new RegExp(String.raw`\n\s+${name}\??:`).test(interfaces.get(type) ?? "");
    });
    expect(missing).toEqual([]);
  });

  it("names a document, and not what somebody knows", () => {
    const document =
      /^(?:SDK type|aws-facts \d|https:\/\/docs\.aws\.amazon\.com\/|recorded: |README of the sandbox|[\w-]+\/[\w-]+ )/;
    expect(sources.filter((source) => !document.test(source))).toEqual([]);
  });
});
