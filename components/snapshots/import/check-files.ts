import type { DocumentCheck } from "./check-document";
import type { CheckAnswer, CheckQuestion } from "./check-messages";

/** What a file is taken for where it could not be checked here: the server reads it and names what is wrong. */
const unchecked: DocumentCheck = { status: "unchecked" };

/**
 * Checks files one after the other in a worker and calls back for each, in order. Where the worker cannot run or gives
 * up (a file larger than its memory), what is left is `unchecked`. Resolves when all are told.
 */
export async function checkFiles(
  files: readonly Blob[],
  onChecked: (index: number, check: DocumentCheck) => void,
): Promise<void> {
  let told = 0;
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  try {
    await new Promise<void>((resolve, reject) => {
      const ask = () => {
        const file = files[told];
        if (file === undefined) resolve();
        else worker.postMessage({ id: told, file } satisfies CheckQuestion);
      };
      worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
        if (data.kind === "checked") {
          onChecked(data.id, data.check);
          told = data.id + 1;
        }
        ask();
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
      };
    });
  } catch {
    // The check is a courtesy: without it a file is sent all the same.
    for (; told < files.length; told += 1) onChecked(told, unchecked);
  } finally {
    worker.terminate();
  }
}
