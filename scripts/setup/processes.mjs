import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const children = new Set();

/** Starts a Node program that ends with this one. Its lines go to `onLine`. */
export function startProgram(args, { env, cwd, onLine }) {
  const child = spawn(process.execPath, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", onLine);
  child.once("exit", () => children.delete(child));
  return child;
}

/** Asks every child to stop, waits up to five seconds, then ends it. */
export async function stopPrograms() {
  const exits = [...children].map(
    (child) =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), 5000).unref();
      }),
  );
  await Promise.all(exits);
}

/** Resolves with the first match of `pattern` in the program's lines; rejects when it ends first or after `timeoutMs`. */
export function waitForLine(start, pattern, timeoutMs) {
  return new Promise((resolve, reject) => {
    const seen = [];
    const timer = setTimeout(() => reject(new Error(`was not ready after ${timeoutMs / 1000} s`)), timeoutMs);
    const child = start((line) => {
      seen.push(line);
      const match = pattern.exec(line);
      if (!match) return;
      clearTimeout(timer);
      resolve({ child, match });
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(seen.filter((line) => line.trim() !== "").at(-1) ?? `ended with code ${code}`));
    });
  });
}
