import { JsonShapeSerializer2 } from "@aws-sdk/core/protocols";
import type { NormalizedSchema } from "@smithy/core/schema";

/** `SmithyTimestampFormat.epochSeconds`: the default of the JSON protocols. */
const EPOCH_SECONDS = 7;

/** A structure as JSON, dates and blobs as the JSON protocols write them. */
export function printJson(schema: NormalizedSchema, value: object): Uint8Array {
  const serializer = new JsonShapeSerializer2({
    jsonName: true,
    timestampFormat: { useTrait: true, default: EPOCH_SECONDS },
  });
  serializer.write(schema, value);
  return serializer.flush();
}
