import type { ZipFile } from "./create-form";

/** Lambda quotas: 50 MB, zipped, for direct upload. */
export const MAX_ZIP_BYTES = 50 * 1024 * 1024;

/** Why a file cannot be uploaded; undefined where it can. A zip begins with `PK` (ZIP application note, 4.3.6). */
export function whyNotZip(sizeBytes: number, head: Uint8Array): string | undefined {
  if (sizeBytes > MAX_ZIP_BYTES) {
    return `It has ${Math.ceil(sizeBytes / 1024 / 1024)} MB; AWS takes at most 50 MB directly. Put it in S3 instead.`;
  }
  return head[0] === 0x50 && head[1] === 0x4b ? undefined : "It is not a zip.";
}

/** Reads a chosen file. Throws `TypeError` with the reason where AWS would not take it. */
export async function readZip(file: File): Promise<ZipFile> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const reason = whyNotZip(file.size, head);
  if (reason !== undefined) throw new TypeError(reason);
  return { name: file.name, sizeBytes: file.size, base64: await toBase64(file) };
}

/** The browser's own encoder: it does not hold up the page as a loop over 50 MB would. */
function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => {
      reject(new TypeError("The file could not be read."));
    };
    reader.onload = () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.readAsDataURL(file);
  });
}
