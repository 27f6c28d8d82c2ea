import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Where the recorded answers of real accounts are; they are not part of the repository. */
export const recordingsFolder = path.resolve(
  projectRoot,
  process.env["MOORING_RECORDINGS"] ?? "../shared/data",
);
export const hasRecordings = existsSync(recordingsFolder);

/** Folders of one recorded account each; none where there are no recordings. */
export function recordedAccounts(projects: readonly string[]): string[] {
  if (!hasRecordings) return [];
  return projects.flatMap((project) =>
    readdirSync(path.join(recordingsFolder, project), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.posix.join(project, entry.name)),
  );
}

/** The documents of one recorded account, as they are imported. */
export function recordedDocuments(folder: string): { path: string; content: string }[] {
  return readdirSync(path.join(recordingsFolder, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      path: path.posix.join(folder, ...name.split(path.sep)),
      content: readFileSync(path.join(recordingsFolder, folder, name), "utf8"),
    }));
}
