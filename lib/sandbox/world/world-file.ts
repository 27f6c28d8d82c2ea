import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parseWorld, worldPieces, type SavedWorld } from "./world-json";

const FILE_NAME = "sandbox-world.json";

/** How long printing may keep the event loop, and how often it begins anew because the world has changed meanwhile. */
const TURN_MS = 10;
const MAX_RESTARTS = 5;

/** In characters of its file: a small world is saved before its change is answered, a larger one soon after, at its own pace. */
const SMALL = 2_000_000;
const DELAY_MS = 500;

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
  /** Saves many changes at once, soon. A small world is on disk by the end, as AWS keeps what it has answered. */
  saveChange(source: WorldSource): Promise<void>;
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
  let writing: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  let size = 0;

  async function write(source: WorldSource): Promise<void> {
    queued = undefined;
    await mkdir(folder, { recursive: true });
    const temporary = `${path}.${String(process.pid)}.tmp`;
    const pieces = await print(source);
    size = pieces.reduce((total, piece) => total + piece.length, 0);
    await writeFile(temporary, pieces, { mode: 0o600 });
    await rename(temporary, path);
  }

  /** Two writers would share the temporary file: each waits for the one before it, and holds all that came meanwhile. */
  function enqueue(source: WorldSource): Promise<void> {
    queued ??= writing = writing.then(
      () => write(source),
      () => write(source),
    );
    return queued;
  }

  return {
    path,
    async load() {
      try {
        const text = await readFile(path, "utf8");
        size = text.length;
        return parseWorld(text);
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
    async saveChange(source) {
      if (size <= SMALL) {
        await enqueue(source).catch(onError);
        return;
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        enqueue(source).catch(onError);
      }, DELAY_MS);
    },
    async save(source) {
      clearTimeout(timer);
      timer = undefined;
      await enqueue(source);
    },
  };
}
