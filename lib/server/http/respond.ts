/** An answer whose status or headers differ from the endpoint's usual ones. */
export class Answer<Value> {
  readonly value: Value;
  readonly status: number | undefined;
  readonly headers: Record<string, string>;

  constructor(value: Value, options: { status?: number; headers?: Record<string, string> }) {
    this.value = value;
    this.status = options.status;
    this.headers = options.headers ?? {};
  }
}

/** Returned by a handler in place of the bare value: `respond(snapshot, { status: 202 })`. */
export function respond<Value>(
  value: Value,
  options: { status?: number; headers?: Record<string, string> },
): Answer<Value> {
  return new Answer(value, options);
}
