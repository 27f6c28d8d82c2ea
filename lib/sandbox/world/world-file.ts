import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parseWorld, worldPieces, type SavedWorld } from "./world-json";

const FILE_NAME = "sandbox-world.json";

/** How long printing may keep the event loop, and how often it begins anew because the world has changed meanwhile. */
const TURN_MS = 10;
const MAX_RESTARTS = 5;

/** A sandbox that is killed loses what it did in this time; a large world rests between saves as long as they take, and more. */
const SHORTEST_DELAY_MS = 20;
const REST = 4;

/** The world that is to be saved. */
export interface WorldSource {
  toSaved(): SavedWorld;
  /** Changes when the world does. */
  revision(): number;
}

/** A world's place on disk. */
export interface WorldFile {
  path: string;
  /** The saved world, or undefined where none was saved yet. Throws SyntaxError where the file cannot be understood. */
  load(): Promise<SavedWorld | undefined>;
  /** Puts a file that cannot be understood out of the way; it is kept. Returns its new path. */
  setAside(now: Date): Promise<string>;
  /** Saves soon, many changes at once. */
  saveSoon(source: WorldSource): void;
  /** Saves now, and waits for it. */
  save(source: WorldSource): Promise<void>;
}

/**
 * One moment of the world as text. A large world takes a second to print, so others get their turn in between; when they
 * change it, printing begins anew, and at last goes through in one go: what is on disk never mixes two moments.
 */
async function print(source: WorldSource): Promise<string[]> {
  for (let restarts = 0; ; restarts += 1) {
    const revision = source.revision();
    const pieces: string[] = [];
    let turnBegan = performance.now();
    for (const piece of worldPieces(source.toSaved())) {
      pieces.push(piece);
      if (restarts >= MAX_RESTARTS || performance.now() - turnBegan < TURN_MS) continue;
      await nextTurn();
      if (source.revision() !== revision) break;
      turnBegan = performance.now();
    }
    if (source.revision() === revision) return pieces;
  }
}

/**
 * One JSON file in a data folder, replaced by an atomic rename so that a crash leaves the old one or the new one.
 * `onError` hears of a save in the background that failed.
 */
export function createWorldFile(options: { folder: string; onError: (error: unknown) => void }): WorldFile {
  const { folder, onError } = options;
  const path = join(folder, FILE_NAME);
  let timer: NodeJS.Timeout | undefined;
  let lastSaveMs = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(source: WorldSource): Promise<void> {
    await mkdir(folder, { recursive: true });
    const began = performance.now();
    const temporary = `${path}.${String(process.pid)}.tmp`;
    await writeFile(temporary, await print(source), { mode: 0o600 });
    await rename(temporary, path);
    lastSaveMs = performance.now() - began;
  }

  /** Two writers would share the temporary file: each waits for the one before it, whether that failed or not. */
  function enqueue(source: WorldSource): Promise<void> {
    const next = writing.then(
      () => write(source),
      () => write(source),
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
    async setAside(now) {
      const aside = path.replace(/\.json$/, `.set-aside-${now.toISOString().replaceAll(":", "-")}.json`);
      await rename(path, aside);
      return aside;
    },
    saveSoon(source) {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          enqueue(source).catch(onError);
        },
        Math.max(SHORTEST_DELAY_MS, lastSaveMs * REST),
      );
    },
    async save(source) {
      clearTimeout(timer);
      timer = undefined;
      await enqueue(source);
    },
  };
}
