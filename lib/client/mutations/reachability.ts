import { mutationOptions } from "@tanstack/react-query";
import type { CrossCheckQuestion } from "@/lib/contract/reachability/cross-check";
import { callApi } from "../call-api";

/** Asks AWS's own analyzer, which costs money and takes about a minute. */
export const crossCheckMutation = () =>
  mutationOptions({
    mutationKey: ["reachability", "cross-check"],
    mutationFn: (question: CrossCheckQuestion) => callApi("crossCheck", { body: question }),
  });
