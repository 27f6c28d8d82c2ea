/** A policy document as IAM answers it: URL-encoded after RFC 3986, which reserves more than `encodeURIComponent` encodes. */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
