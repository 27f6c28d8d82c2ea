import type { Client } from "@smithy/core/client";
import { rememberCall } from "./errors/call-of-error";
import { isLoopbackHost } from "./is-loopback-host";
import { NotLoopbackError } from "./errors/not-loopback-error";

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
>(client: C, mode: "sandbox" | "aws"): C {
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

function hostOf(request: unknown): string {
  const isRequest = typeof request === "object" && request !== null && "hostname" in request;
  return isRequest && typeof request.hostname === "string" ? request.hostname : "";
}
