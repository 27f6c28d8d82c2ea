import type { WireRequest } from "../wire/wire-message";
import type { Service } from "./service";

/** What a signature says about its request, without being checked: the sandbox has no secrets. */
export interface CredentialScope {
  accessKeyId: string;
  region: string;
  serviceName: string;
}

/** `<key>/<date>/<region>/<service>/aws4_request`, from the Authorization header or a presigned query. */
export function findCredentialScope(request: WireRequest): CredentialScope | undefined {
  const header = request.headers["authorization"] ?? "";
  const credential = /Credential=([^,\s]+)/.exec(header)?.[1] ?? request.query.get("X-Amz-Credential") ?? "";
  const [accessKeyId, , region, serviceName, terminator] = credential.split("/");
  if (!accessKeyId || !region || !serviceName || terminator !== "aws4_request") return undefined;
  return { accessKeyId, region, serviceName };
}

/** The service that a request is for: by its signature, else by its query version, else by its path. */
export function findService(
  services: readonly Service[],
  request: WireRequest,
  scope: CredentialScope | undefined,
): Service | undefined {
  const signed = services.find(
    (service) => service.name === scope?.serviceName && (service.speaks?.(request) ?? true),
  );
  if (scope !== undefined) return signed;
  const form =
    request.method === "POST"
      ? new URLSearchParams(Buffer.from(request.body).toString("utf8"))
      : request.query;
  const version = form.get("Version");
  const byVersion = services.find(
    (service) => service.apiVersion !== undefined && service.apiVersion === version,
  );
  if (byVersion !== undefined) return byVersion;
  return /^\/20\d\d-\d\d-\d\d\//.test(request.path)
    ? services.find((service) => service.name === "lambda")
    : undefined;
}
