import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { DatabaseError } from "./database-error";
import { findProcessStart } from "./process-start";

/** A killed process takes a moment to be gone: its memory is given back first. */
const PATIENCE_MS = 3_000;
const LOOK_AGAIN_MS = 100;

export interface FolderLock {
  release(): Promise<void>;
}

const holderSchema = z.object({ pid: z.number().int(), startedAt: z.string(), token: z.string() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes the data folder for this process: PGlite itself lets a second process in, and then loses data. The lock of a
 * dead process is taken over. Throws DatabaseError naming the folder where another process has it, or it cannot be
 * written; a living holder is given `patienceMs` to go.
 */
export async function lockFolder(folder: string, patienceMs = PATIENCE_MS): Promise<FolderLock> {
  const file = path.join(folder, "database.lock");
  const mine: Holder = {
    pid: process.pid,
    startedAt: findProcessStart(process.pid) ?? "unknown",
    token: randomUUID(),
  };
  await writable(folder, () => mkdir(folder, { recursive: true }));
  const giveUpAt = performance.now() + patienceMs;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await writable(folder, () => create(file, mine))) {
      return { release: () => release(file, mine) };
    }
    const staleText = await awaitDeath(folder, file, giveUpAt);
    if (staleText !== undefined) await writable(folder, () => removeStale(file, staleText, mine.token));
  }
  throw new DatabaseError(
    `The data folder ${folder} is being opened by several processes at once. Try again.`,
  );
}

/** What a dead holder left; undefined where the lock is gone. Throws where its holder still lives at `giveUpAt`. */
async function awaitDeath(folder: string, file: string, giveUpAt: number): Promise<string | undefined> {
  for (;;) {
    const text = await readText(file);
    const holder = text === undefined ? undefined : parseHolder(text);
    if (holder === undefined || findProcessStart(holder.pid) !== holder.startedAt) return text;
    if (performance.now() >= giveUpAt) {
      throw new DatabaseError(
        `The data folder ${folder} is in use by another Mooring (process ${holder.pid}). Stop that one, or set MOORING_DATA_DIR to another folder.`,
      );
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Written whole before it appears under its name, so that nobody reads half of it. False where the name is taken. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves the dead process's lock away; puts back what was moved where another was faster and it is alive. */
async function removeStale(file: string, staleText: string, token: string): Promise<void> {
  const moved = `${file}.${token}.stale`;
  try {
    await rename(file, moved);
    if ((await readFile(moved, "utf8")) !== staleText) await link(moved, file);
  } catch (error) {
    // ENOENT: another took it away first. EEXIST: another took the place; the next attempt looks at who.
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(moved, { force: true });
  }
}

async function release(file: string, mine: Holder): Promise<void> {
  const text = await readText(file);
  if (text !== undefined && parseHolder(text)?.token === mine.token) await rm(file, { force: true });
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Undefined for anything that is not a lock of ours: such a file holds nobody's folder. */
function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: left by a crash of the machine.
    return undefined;
  }
}

async function writable<T>(folder: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new DatabaseError(
      `The data folder ${folder} cannot be written (${codeOf(cause) ?? String(cause)}). Make it writable, or set MOORING_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
