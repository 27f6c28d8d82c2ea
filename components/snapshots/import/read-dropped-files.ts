import type { ImportFile } from "@/lib/client/import/build-import-body";

/** Every file of a drop, folders walked to their ends, each with its path below what was dropped. */
export async function readDroppedFiles(transfer: DataTransfer): Promise<ImportFile[]> {
  // The items go away after the first await: take the entries at once.
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry): entry is FileSystemEntry => entry !== null);
  const found = await Promise.all(entries.map(readEntry));
  return found.flat();
}

/** Files from a picker; a folder's carry their path in `webkitRelativePath`. */
export function fromPicker(files: FileList | null): ImportFile[] {
  return [...(files ?? [])].map((file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    file,
  }));
}

async function readEntry(entry: FileSystemEntry): Promise<ImportFile[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ path, file }];
  }
  if (!isDirectory(entry)) return [];
  const children = await readAllEntries(entry.createReader());
  return (await Promise.all(children.map(readEntry))).flat();
}

/** A reader gives 100 entries at a time and none at its end. */
async function readAllEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
