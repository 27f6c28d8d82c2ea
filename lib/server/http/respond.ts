interface AnswerOptions {
  status?: number;
  headers?: Record<string, string>;
  hasChangedNothing?: boolean;
}

/** An answer whose status or headers differ from the endpoint's usual ones. */
export class Answer<Value> {
  readonly value: Value;
  readonly status: number | undefined;
  readonly headers: Record<string, string>;
  /** A POST that only computed something: nothing was stored, so there is nothing to audit. */
  readonly hasChangedNothing: boolean;

  constructor(value: Value, options: AnswerOptions) {
    this.value = value;
    this.status = options.status;
    this.headers = options.headers ?? {};
    this.hasChangedNothing = options.hasChangedNothing ?? false;
  }
}

/** Returned by a handler in place of the bare value: `respond(snapshot, { status: 202 })`. */
export function respond<Value>(value: Value, options: AnswerOptions): Answer<Value> {
  return new Answer(value, options);
}
