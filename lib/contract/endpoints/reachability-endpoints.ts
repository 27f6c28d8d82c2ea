import { apiPaths } from "../paths";
import { crossCheck, crossCheckQuestion, CROSS_CHECK_PRICE_USD } from "../reachability/cross-check";
import { flowAnswer } from "../reachability/flow-answer";
import { flowQuestion } from "../reachability/flow-question";
import {
  matrix,
  matrixQuestion,
  reachedBy,
  reachedByQuestion,
  reaches,
  reachesQuery,
} from "../reachability/matrix";
import { targetList, targetListQuery } from "../reachability/targets";
import { connectionWays, waysQuery } from "../reachability/ways";
import { endpoint } from "./endpoint";
import { noBody, noQuery, read } from "./endpoint-parts";

/** A question with a connection of 16 subnets and 5 groups has some 2 KiB. */
const MAX_QUESTION_BYTES = 64 * 1024;
/** A thousand destinations, each an ARN. */
const MAX_MATRIX_BYTES = 512 * 1024;

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

  evaluateReachabilityMatrix: endpoint({
    ...ask,
    id: "evaluateReachabilityMatrix",
    path: apiPaths.reachabilityMatrix,
    summary: "What each connection reaches of each destination",
    query: noQuery,
    body: matrixQuestion,
    response: matrix,
    maxBodyBytes: MAX_MATRIX_BYTES,
  }),

  listReachedBy: endpoint({
    ...ask,
    id: "listReachedBy",
    path: apiPaths.reachedBy,
    summary: "Which connections reach a destination",
    query: noQuery,
    body: reachedByQuestion,
    response: reachedBy,
    maxBodyBytes: MAX_QUESTION_BYTES,
  }),

  crossCheck: endpoint({
    id: "crossCheck",
    method: "POST",
    status: 200,
    path: apiPaths.crossCheck,
    summary: `Ask AWS's Reachability Analyzer the same (${CROSS_CHECK_PRICE_USD} USD each), and show both answers`,
    permission: "reachability:cross-check",
    query: noQuery,
    body: crossCheckQuestion,
    response: crossCheck,
    maxBodyBytes: MAX_QUESTION_BYTES,
  }),

  listReaches: endpoint({
    ...read,
    id: "listReaches",
    path: apiPaths.reaches,
    summary: "What a function reaches, and the public addresses that the internet sees it with",
    permission: "reachability:read",
    query: reachesQuery,
    body: noBody,
    response: reaches,
  }),

  listWays: endpoint({
    ...read,
    id: "listWays",
    path: apiPaths.ways,
    summary: "All ways of a connection: to each target, from each of its subnets, hop by hop",
    permission: "reachability:read",
    query: waysQuery,
    body: noBody,
    response: connectionWays,
  }),

  listTargets: endpoint({
    ...read,
    id: "listTargets",
    path: apiPaths.reachabilityTargets,
    summary: "What one may ask about: the internet, services, databases, caches, load balancers, instances",
    permission: "reachability:read",
    query: targetListQuery,
    body: noBody,
    response: targetList,
  }),
} as const;
