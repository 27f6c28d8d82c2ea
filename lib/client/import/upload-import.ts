import { apiPaths, apiUrl } from "@/lib/contract/paths";
import { parseStarted } from "../mutations/snapshots";
import { toApiRequestError, toUnreachableError } from "../request-json";

export interface UploadOptions {
  body: Blob;
  onProgress: (sentBytes: number, totalBytes: number) => void;
  signal: AbortSignal;
}

/**
 * Sends an import and resolves with the snapshot's id as soon as the server has it all; reading it goes on there and
 * comes as events. XMLHttpRequest, because fetch tells nothing of what has been sent.
 */
export function uploadImport({ body, onProgress, signal }: UploadOptions): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", apiUrl(apiPaths.snapshots));
    request.setRequestHeader("content-type", "application/json");
    request.setRequestHeader("prefer", "respond-async");
    request.upload.onprogress = (event) => {
      onProgress(event.loaded, event.lengthComputable ? event.total : body.size);
    };
    request.onload = () => {
      void readAnswer(request).then(resolve, reject);
    };
    request.onerror = () => {
      reject(toUnreachableError());
    };
    request.onabort = () => {
      reject(new DOMException("The upload was stopped.", "AbortError"));
    };
    signal.addEventListener("abort", () => {
      request.abort();
    });
    request.send(body);
  });
}

async function readAnswer({ status, responseText }: XMLHttpRequest): Promise<{ id: string }> {
  if (status < 200 || status > 299) throw await toApiRequestError(status, responseText);
  return parseStarted(JSON.parse(responseText));
}
