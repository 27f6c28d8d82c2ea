import { cbor, CborCodec } from "@smithy/core/cbor";
import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../aws-error";

/** RFC 8949, 3.4.2: seconds since 1970. */
const EPOCH_TAG = 1;

/** A body as what JSON would say, an empty one as `{}`. Throws SerializationException for one that is no CBOR. */
export function parseCbor(body: Uint8Array): unknown {
  if (body.byteLength === 0) return {};
  try {
    const decoded: unknown = cbor.deserialize(body);
    return toJsonValue(decoded);
  } catch {
    // The decoder throws Error, RangeError and TypeError alike for bytes that mean nothing, or nest too deeply.
    throw new AwsError("SerializationException", "Could not parse the request body as CBOR.");
  }
}

function toJsonValue(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(toJsonValue);
  if (typeof value !== "object" || value === null) return value;
  if ("tag" in value && "value" in value && value.tag === EPOCH_TAG) return toJsonValue(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJsonValue(member)]));
}

/** A structure as Smithy's RPC v2 writes it. */
export function printCbor(schema: NormalizedSchema, value: object): Uint8Array {
  const serializer = new CborCodec().createSerializer();
  serializer.write(schema, value);
  return serializer.flush();
}

/** An error, which has no schema of its own here. */
export function printCborValue(value: object): Uint8Array {
  return cbor.serialize(value);
}
