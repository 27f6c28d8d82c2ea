import { expect, it } from "vitest";
import { encodeDocument } from "./encode-document";

it("encodes all that RFC 3986 reserves, so that decoding gives the document back", () => {
  const document = `{"Action":"s3:*","Resource":"it's (so)!"}`;
  expect(encodeDocument(document)).toBe(
    "%7B%22Action%22%3A%22s3%3A%2A%22%2C%22Resource%22%3A%22it%27s%20%28so%29%21%22%7D",
  );
  expect(decodeURIComponent(encodeDocument(document))).toBe(document);
});
