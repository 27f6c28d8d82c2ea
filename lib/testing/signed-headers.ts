/** A request's service, and what is unusual about its signature. */
export interface RawSignature {
  service: string;
  region?: string;
  accessKeyId?: string;
  at?: number;
}

/** The headers of a signature that the sandbox takes: it checks the form and the time, not the value. */
export function signedHeaders({
  service,
  region = "eu-west-1",
  accessKeyId = "AKIAANY",
  at = Date.now(),
}: RawSignature): { authorization: string; "x-amz-date": string } {
  const date = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`,
    "x-amz-date": date,
  };
}
