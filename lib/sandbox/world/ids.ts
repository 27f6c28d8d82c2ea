import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { HandlerContext } from "../handler";

type Ids = HandlerContext["ids"];

/** Ids of AWS's shape: a prefix and 17 hexadecimal digits, the first of them zero. */
export function createRandomIds(): Ids {
  return { id: (prefix) => `${prefix}-0${randomBytes(8).toString("hex")}`, uuid: randomUUID };
}

/** Ids that are the same in every run, for scenarios: derived from a seed and from how many were asked for before. */
export function createSeededIds(seed: string): Ids {
  let count = 0;
  const digits = (kind: string): string => {
    count += 1;
    return createHash("sha256")
      .update(`${seed}/${kind}/${String(count)}`)
      .digest("hex");
  };
  return {
    id: (prefix) => `${prefix}-0${digits(prefix).slice(0, 16)}`,
    uuid: () => {
      const hex = digits("uuid");
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `a${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ].join("-");
    },
  };
}
