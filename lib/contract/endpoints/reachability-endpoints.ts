import { apiPaths } from "../paths";
import { flowAnswer } from "../reachability/flow-answer";
import { flowQuestion } from "../reachability/flow-question";
import { endpoint } from "./endpoint";
import { noQuery } from "./endpoint-parts";

/** A question with a connection of 16 subnets and 5 groups has some 2 KiB. */
const MAX_QUESTION_BYTES = 64 * 1024;

/** Reads, though some are POSTs for the size of their question. */
const ask = { method: "POST", status: 200, isRead: true, permission: "reachability:read" } as const;

/** What can reach what. */
export const reachabilityEndpoints = {
  evaluateReachability: endpoint({
    ...ask,
    id: "evaluateReachability",
    path: apiPaths.reachability,
    summary:
      "Whether packets get from a source to a destination and back, by which way, and all that stops them",
    query: noQuery,
    body: flowQuestion,
    response: flowAnswer,
    maxBodyBytes: MAX_QUESTION_BYTES,
  }),
} as const;
