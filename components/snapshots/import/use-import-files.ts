"use client";

import { useState } from "react";
import type { ImportFile } from "@/lib/client/import/build-import-body";
import type { DocumentCheck } from "./check-document";
import { checkFiles } from "./check-files";

export interface CheckedFile extends ImportFile {
  check: DocumentCheck;
}

export interface ImportFiles {
  files: readonly CheckedFile[];
  /** Files left out because their names do not end in `.json`. */
  skipped: number;
  isChecking: boolean;
  add: (added: readonly ImportFile[]) => Promise<void>;
  remove: (path: string) => void;
  clear: () => void;
}

/** The files chosen so far, each checked once; a file of the same path takes the place of the older. */
export function useImportFiles(): ImportFiles {
  const [files, setFiles] = useState<readonly CheckedFile[]>([]);
  const [skipped, setSkipped] = useState(0);
  const [isChecking, setIsChecking] = useState(false);
  const add = async (added: readonly ImportFile[]) => {
    setIsChecking(true);
    const json = added.filter(({ path }) => path.toLowerCase().endsWith(".json"));
    setSkipped((count) => count + added.length - json.length);
    await checkFiles(
      json.map(({ file }) => file),
      (index, check) => {
        const item = json[index];
        if (item === undefined) return;
        setFiles((before) => [...before.filter(({ path }) => path !== item.path), { ...item, check }]);
      },
    );
    setIsChecking(false);
  };
  return {
    files,
    skipped,
    isChecking,
    add,
    remove: (path) => {
      setFiles((before) => before.filter((item) => item.path !== path));
    },
    clear: () => {
      setFiles([]);
      setSkipped(0);
    },
  };
}

/** "prod-export" where all files lie in one folder, else the first file's name without its ending. */
export function suggestName(files: readonly Pick<ImportFile, "path">[]): string {
  const first = files[0]?.path;
  if (first === undefined) return "";
  const folder = first.includes("/") ? first.slice(0, first.indexOf("/")) : "";
  if (folder !== "" && files.every(({ path }) => path.startsWith(`${folder}/`))) return folder;
  return (first.split("/").at(-1) ?? first).replace(/\.json$/i, "");
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
