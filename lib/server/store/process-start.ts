import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process started, as text that stays the same for its life; undefined where there is no such process. A pid
 * alone does not name a process: after a restart another may have it.
 */
export function findProcessStart(pid: number): string | undefined {
  return process.platform === "linux" ? findLinuxStart(pid) : findPosixStart(pid);
}

/**
 * Field 22 of /proc/<pid>/stat, in ticks since boot (proc(5)); the name in field 2 may hold blanks and brackets. A
 * process that has ended and only waits for its parent to look (state Z or X) holds nothing any more.
 */
function findLinuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    // No such process: /proc has no folder for it.
    return undefined;
  }
}

function findPosixStart(pid: number): string | undefined {
  try {
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return started === "" ? undefined : started;
  } catch {
    // `ps` exits with 1 where there is no such process.
    return undefined;
  }
}
