import type { ErrorBody } from "@/lib/contract/error-body";

/** 404 in the API's own shape for what is below `/api` and no path of it: Next's would be a page. */
export function unknownPathResponse(request: Request): Response {
  const body: ErrorBody = {
    error: {
      code: "not_found",
      message: `The API has no path ${new URL(request.url).pathname}.`,
      nextStep: "Look at GET /api/openapi.json.",
    },
  };
  return Response.json(body, { status: 404, headers: { "cache-control": "no-store" } });
}
