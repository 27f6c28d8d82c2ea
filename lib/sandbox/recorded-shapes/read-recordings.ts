import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { recordingsFolder } from "@/lib/testing/recordings";

/** The projects whose folders hold what AWS itself answered. */
const PROJECTS = ["cloud-custodian", "batfish"];

/** `ec2.DescribeVpcs_1.json`, `rds.DescribeDBInstances.json`, `GetX__tgw-rtb-0abc.json`: without a service, EC2's. */
const FILE_NAME = /^(?:([a-z0-9]+)\.)?([A-Z][A-Za-z]+?)(?:_\d+|__.*)?\.json$/;

/** `ec2.DescribeVpcs` -> every recorded answer. */
export function readRecordings(): ReadonlyMap<string, unknown[]> {
  const answers = new Map<string, unknown[]>();
  for (const file of PROJECTS.flatMap(filesOf)) {
    const [, service = "ec2", operation] = FILE_NAME.exec(path.basename(file)) ?? [];
    if (operation === undefined) continue;
    const name = `${service}.${operation}`;
    answers.set(name, [
      ...(answers.get(name) ?? []),
      withoutMetadata(JSON.parse(readFileSync(file, "utf8"))),
    ]);
  }
  return answers;
}

function filesOf(project: string): string[] {
  const folder = path.join(recordingsFolder, project);
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
}

/** Cloud Custodian's recorder keeps the answer beside its status; botocore adds its own notes to it. */
function withoutMetadata(document: unknown): unknown {
  if (typeof document !== "object" || document === null) return document;
  if ("status_code" in document && "data" in document) return withoutMetadata(document.data);
  return Object.fromEntries(Object.entries(document).filter(([key]) => key !== "ResponseMetadata"));
}
