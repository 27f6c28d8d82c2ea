import type { WireRequest } from "../../wire/wire-message";
import type { Service } from "../service";

/** What a signature says about its request, whose value is not checked: the sandbox has no secrets. */
export interface CredentialScope {
  accessKeyId: string;
  date: string;
  region: string;
  serviceName: string;
}

/** `<key>/<date>/<region>/<service>/aws4_request`, from the Authorization header or a presigned query. */
export function findCredentialScope(request: WireRequest): CredentialScope | undefined {
  const header = request.headers["authorization"] ?? "";
  const credential = /Credential=([^,\s]+)/.exec(header)?.[1] ?? request.query.get("X-Amz-Credential") ?? "";
  const [accessKeyId, date, region, serviceName] = credential.split("/");
  if (!accessKeyId || !date || !region || !serviceName) return undefined;
  return { accessKeyId, date, region, serviceName };
}

/** The service that a request is for by its own form: its query version, its JSON target or its path. */
function findAddressed(services: readonly Service[], request: WireRequest): Service | undefined {
  const [target] = (request.headers["x-amz-target"] ?? "").split(".");
  const shape = /\/service\/([^/]+)\/operation\//.exec(request.path)?.[1] ?? target;
  const byTarget = services.find(
    (service) =>
      service.target !== undefined && service.target === shape && (service.speaks?.(request) ?? true),
  );
  if (byTarget !== undefined) return byTarget;
  const form =
    request.method === "POST"
      ? new URLSearchParams(Buffer.from(request.body).toString("utf8"))
      : request.query;
  const version = form.get("Version");
  const byVersion = services.find(
    (service) =>
      service.apiVersion !== undefined &&
      service.apiVersion === version &&
      (service.speaks?.(request) ?? true),
  );
  if (byVersion !== undefined) return byVersion;
  return /^\/20\d\d-\d\d-\d\d\//.test(request.path)
    ? services.find((service) => service.name === "lambda")
    : undefined;
}

/**
 * The service that a request is for: by its signature, as AWS knows it by the host; else by its form, which then refuses
 * the signature.
 */
export function findService(services: readonly Service[], request: WireRequest): Service | undefined {
  const scope = findCredentialScope(request);
  const signed = services.find(
    (service) => service.name === scope?.serviceName && (service.speaks?.(request) ?? true),
  );
  return signed ?? findAddressed(services, request);
}
