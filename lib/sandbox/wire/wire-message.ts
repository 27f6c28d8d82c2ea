/** An HTTP request as the protocols see it: whole body, lower-case header names. */
export interface WireRequest {
  method: string;
  /** Path as sent, still percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
  /** Where a fault has the answer not get through as it should. */
  delivery?: { kind: "reset" } | { kind: "truncated" } | { kind: "slow"; durationMs: number } | undefined;
}
