import { mutationOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";
import { environmentQuery } from "../queries/environment";

/** Moves the sandbox's clock on by so many seconds. */
export const advanceSandboxMutation = () =>
  mutationOptions({
    mutationKey: ["sandbox", "advance"],
    mutationFn: (seconds: number) => callApi("advanceSandbox", { body: { seconds } }),
    onSuccess: (_clock, _seconds, _result, context) =>
      context.client.invalidateQueries({ queryKey: environmentQuery().queryKey }),
  });
