import { toAwsFailure } from "../../aws/errors/aws-failure";
import type { AnyDependentCall } from "../../aws/reads/dependent-call";
import { failedCoverage, type CallOutcome } from "./call-outcome";
import type { CallReading, Reading } from "./reading";
import { toRecorded } from "./to-recorded";

type SubjectOutcome = { items: object[] } | { error: unknown } | { gone: true };

/** What is asked about is what the parent's items name. Where the parent was not read, nothing can be: `absent`. */
export async function readDependentCall(
  reading: Reading,
  row: AnyDependentCall,
  parent: CallOutcome | undefined,
): Promise<CallOutcome> {
  const { call, resourceKey } = row;
  if (parent?.items === undefined)
    return { resourceKey, items: undefined, coverage: { call, status: "absent" } };
  // The parent's outcome is the one of `row.parentKey`, so its items have that key's type.
  return readSubjects(reading, row, row.subjectsIn({ [row.parentKey]: parent.items }));
}

/**
 * Asks once for each subject. What could be read is kept where others failed: each item says which subject it is about.
 */
export async function readSubjects(
  reading: Reading,
  row: AnyDependentCall,
  subjects: readonly string[],
): Promise<CallOutcome & { items: object[] }> {
  const { call, resourceKey } = row;
  const begun = reading.begin(row, subjects.length);
  const outcomes = await Promise.all(subjects.map((subject) => readSubject(reading, row, begun, subject)));
  const items = outcomes.flatMap((outcome) => ("items" in outcome ? outcome.items : []));
  const failed = outcomes.find((outcome) => "error" in outcome);
  if (failed === undefined) {
    return { resourceKey, items, coverage: { call, status: "ok", items: items.length, ...begun.effort() } };
  }
  return {
    resourceKey,
    items,
    coverage: { ...failedCoverage(call, failed.error, begun.effort()), items: items.length },
    error: failed.error,
  };
}

async function readSubject(
  reading: Reading,
  row: AnyDependentCall,
  begun: CallReading,
  subject: string,
): Promise<SubjectOutcome> {
  const readAt = () => reading.clock.now().toISOString();
  try {
    const items = await row.read(reading, subject, (fetchPage) => begun.pages(fetchPage), readAt);
    begun.done();
    return { items: items.map(toRecorded) };
  } catch (error) {
    reading.signal?.throwIfAborted();
    begun.done();
    // Deleted between the two calls: then there is nothing to know about it, which is no gap.
    return toAwsFailure(error).kind === "not-found" ? { gone: true } : { error };
  }
}
