import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseWorld, stringifyWorld, type SavedWorld } from "./world-json";

const FILE_NAME = "sandbox-world.json";

/** A world's place on disk. */
export interface WorldFile {
  path: string;
  /** The saved world, or undefined where none was saved yet. Throws where the file cannot be read or understood. */
  load(): Promise<SavedWorld | undefined>;
  /** Saves soon, many changes at once. `read` is called when the writing begins. */
  saveSoon(read: () => SavedWorld): void;
  /** Saves now, and waits for it. */
  save(read: () => SavedWorld): Promise<void>;
}

/**
 * One JSON file in a data folder, replaced by an atomic rename so that a crash leaves the old one or the new one.
 * `onError` hears of a save in the background that failed.
 */
export function createWorldFile(options: {
  folder: string;
  delayMs?: number;
  onError: (error: unknown) => void;
}): WorldFile {
  const { folder, delayMs = 500, onError } = options;
  const path = join(folder, FILE_NAME);
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(read: () => SavedWorld): Promise<void> {
    await mkdir(folder, { recursive: true });
    const temporary = `${path}.${String(process.pid)}.tmp`;
    await writeFile(temporary, stringifyWorld(read()), { mode: 0o600 });
    await rename(temporary, path);
  }

  /** Two writers would share the temporary file: each waits for the one before it, whether that failed or not. */
  function enqueue(read: () => SavedWorld): Promise<void> {
    const next = writing.then(
      () => write(read),
      () => write(read),
    );
    writing = next;
    return next;
  }

  return {
    path,
    async load() {
      try {
        return parseWorld(await readFile(path, "utf8"));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    saveSoon(read) {
      timer ??= setTimeout(() => {
        timer = undefined;
        enqueue(read).catch(onError);
      }, delayMs);
    },
    async save(read) {
      clearTimeout(timer);
      timer = undefined;
      await enqueue(read);
    },
  };
}
