export interface ImportFile {
  /** Where it lay, with the folders above it: account and region are read from there. */
  path: string;
  file: Blob;
}

/**
 * The body of an import as a Blob that holds the files themselves: nothing is parsed, joined or copied, so that 200 MB
 * cost no memory twice. Each file must be one JSON object.
 */
export function buildImportBody(name: string, files: readonly ImportFile[]): Blob {
  const parts: BlobPart[] = [`{"source":"import","name":${JSON.stringify(name)},"documents":[`];
  files.forEach(({ path, file }, index) => {
    parts.push(`${index === 0 ? "" : ","}{"path":${JSON.stringify(path)},"content":`, file, "}");
  });
  parts.push("]}");
  return new Blob(parts, { type: "application/json" });
}
