import type { Capture } from "@/lib/core/network/snapshot";
import type { AwsClients } from "../../aws/aws-clients";
import { fromParts, type CapturePart } from "../../store/snapshot-store/capture-parts";
import { parseChunk, unpackChunk } from "../../store/snapshot-store/decode-chunk";
import { createRegionReader, type RegionFollower, type RegionReader } from "./region-reader";

export interface CollectedCapture {
  capture: Capture;
  /** The SDK's error where no call could be made at all. */
  outage?: unknown;
}

export interface CollectOptions extends Partial<Omit<RegionFollower, "onCall">> {
  region: string;
  aws: AwsClients;
  /** One that reads in this thread where not given. */
  reader?: RegionReader;
}

/** Reads a region as a first reading does, and unpacks what would be stored. */
export async function collectCapture({
  aws,
  region,
  reader = createRegionReader({ aws, clock: { now: () => new Date() } }),
  ...follower
}: CollectOptions): Promise<CollectedCapture> {
  const parts: CapturePart[] = [];
  const capturedAt = new Date().toISOString();
  const states = { known: new Map<string, never>(), limits: { mostUnknown: 50, mostChanged: 1_000 } };
  const { accountId, coverage, outage } = await reader.read(
    { region, states },
    {
      ...follower,
      onCall: async ({ resourceKey, chunks }) => {
        if (chunks === undefined) return;
        const unpacked = await Promise.all(
          chunks.map(async ({ data }) => parseChunk(await unpackChunk(data))),
        );
        parts.push({ name: resourceKey, items: unpacked.flat() });
      },
    },
  );
  const capture = { accountId, region, capturedAt, coverage, ...fromParts(parts) };
  return { capture, ...(outage === undefined ? {} : { outage }) };
}
