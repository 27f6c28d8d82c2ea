import { STSClient } from "@aws-sdk/client-sts";

/** The region that the SDK's own chain names (`AWS_REGION`, then the profile's); undefined where it names none. */
export async function findChainRegion(): Promise<string | undefined> {
  const client = new STSClient({});
  try {
    return await client.config.region();
  } catch {
    // The SDK throws "Region is missing": whether that matters is for the caller to say.
    return undefined;
  } finally {
    client.destroy();
  }
}
