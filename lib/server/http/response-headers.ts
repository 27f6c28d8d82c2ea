/** On every answer: nothing is cached, and the id finds the log lines and the audit row of this request. */
export function responseHeaders(correlationId: string): Record<string, string> {
  return { "cache-control": "no-store", "x-correlation-id": correlationId };
}
