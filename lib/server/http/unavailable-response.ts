import type { ErrorBody } from "@/lib/contract/error-body";

/** 503 while the app could not start: its log, not the answer, says why. */
export function unavailableResponse(): Response {
  const body: ErrorBody = {
    error: {
      code: "not_ready",
      message: "Mooring is not ready.",
      nextStep: "Look at the terminal where Mooring was started: it says what is missing.",
    },
  };
  return Response.json(body, { status: 503, headers: { "cache-control": "no-store", "retry-after": "2" } });
}
