import { and, eq, notInArray } from "drizzle-orm";
import type { Transaction } from "../database";
import { captureChunks } from "../schema/captures";

/** Gives a capture all parts of another but those named: the chunks themselves are shared. */
export async function copyChunks(
  tx: Transaction,
  fromCaptureId: string,
  toCaptureId: string,
  except: readonly string[],
): Promise<void> {
  const placed = await tx
    .select()
    .from(captureChunks)
    .where(
      and(eq(captureChunks.captureId, fromCaptureId), notInArray(captureChunks.resourceKey, [...except])),
    );
  if (placed.length === 0) return;
  await tx.insert(captureChunks).values(placed.map((row) => ({ ...row, captureId: toCaptureId })));
}
