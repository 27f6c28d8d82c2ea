import type { Client } from "@smithy/core/client";
import { rememberCall, toCall, type AwsCall } from "./errors/call-of-error";
import { isLoopbackHost } from "./is-loopback-host";
import { NotLoopbackError } from "./errors/not-loopback-error";

export interface AwsWiring {
  mode: "sandbox" | "aws";
  /** Told of each request that goes out, the SDK's own repetitions too. */
  onAttempt?: (call: AwsCall & { isWhole: boolean }) => void;
}

/**
 * Adds what every client of ours has: errors that know which call they came from, and in sandbox mode the refusal of
 * any host but loopback. The host is read from the finished request, so an endpoint set per service, by a profile or by
 * a host prefix is seen too.
 */
export function addAwsMiddleware<
  Options,
  Input extends object,
  Output extends { $metadata: object },
  C extends Pick<Client<Options, Input, Output, never>, "middlewareStack">,
>(client: C, { mode, onAttempt }: AwsWiring): C {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw rememberCall(error, context.clientName, context.commandName);
      }
    },
    { step: "initialize", priority: "high", name: "rememberCall", override: true },
  );
  if (onAttempt !== undefined) {
    client.middlewareStack.add(
      (next, context) => (args) => {
        const call = toCall(context.clientName, context.commandName);
        if (call !== undefined) onAttempt({ ...call, isWhole: isWhole(args.input) });
        return next(args);
      },
      { step: "finalizeRequest", priority: "low", name: "countAttempt", override: true },
    );
  }
  if (mode === "sandbox") {
    client.middlewareStack.add(
      (next) => (args) => {
        const host = hostOf(args.request);
        if (!isLoopbackHost(host)) return Promise.reject(new NotLoopbackError(host));
        return next(args);
      },
      { step: "deserialize", priority: "low", name: "refuseNotLoopback", override: true },
    );
  }
  return client;
}

/** Whether a list is asked for everything at once: with neither a page size nor a filter nor ids. */
function isWhole(input: object): boolean {
  return !Object.entries(input).some(
    ([name, value]) => value !== undefined && /^(MaxResults|NextToken|Filters?|\w+Ids?)$/.test(name),
  );
}

function hostOf(request: unknown): string {
  const isRequest = typeof request === "object" && request !== null && "hostname" in request;
  return isRequest && typeof request.hostname === "string" ? request.hostname : "";
}
