import { toAwsFailure } from "../../aws/errors/aws-failure";
import type { AnyDependentCall } from "../../aws/reads/dependent-call";
import { failedCoverage, type CallOutcome } from "./call-outcome";
import type { Reading } from "./reading";
import { toRecorded } from "./to-recorded";

type SubjectOutcome = { item: object } | { error: unknown } | { gone: true };

/**
 * Asks once for each subject that the parent's items name. What could be read is kept where others failed: each item
 * says which subject it is about. Where the parent was not read, nothing could be asked: `absent`.
 */
export async function readDependentCall(
  reading: Reading,
  row: AnyDependentCall,
  parent: CallOutcome | undefined,
): Promise<CallOutcome> {
  const { call, resourceKey } = row;
  if (parent?.items === undefined)
    return { resourceKey, items: undefined, coverage: { call, status: "absent" } };
  // The parent's outcome is the one of `row.parentKey`, so its items have that key's type.
  const subjects = row.subjectsIn({ [row.parentKey]: parent.items });
  reading.expect(subjects.length);
  const outcomes = await Promise.all(subjects.map((subject) => readSubject(reading, row, subject)));
  const items = outcomes.flatMap((outcome) => ("item" in outcome ? [outcome.item] : []));
  const failed = outcomes.find((outcome) => "error" in outcome);
  if (failed === undefined) {
    return { resourceKey, items, coverage: { call, status: "ok", items: items.length } };
  }
  return {
    resourceKey,
    items,
    coverage: failedCoverage(call, failed.error, items.length),
    error: failed.error,
  };
}

async function readSubject(
  reading: Reading,
  row: AnyDependentCall,
  subject: string,
): Promise<SubjectOutcome> {
  const readAt = () => reading.clock.now().toISOString();
  try {
    const item = await row.read(reading, subject, (fetchPage) => reading.pages(row, fetchPage), readAt);
    reading.done(row.call, 1);
    return { item: toRecorded(item) };
  } catch (error) {
    reading.signal?.throwIfAborted();
    reading.done(row.call, 0);
    // Deleted between the two calls: then there is nothing to know about it, which is no gap.
    return toAwsFailure(error).kind === "not-found" ? { gone: true } : { error };
  }
}
