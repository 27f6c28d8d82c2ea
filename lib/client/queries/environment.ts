import { queryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";

/** Which AWS the app looks at. The sandbox's clock is in it, so it is asked again now and then. */
export const environmentQuery = () =>
  queryOptions({
    queryKey: ["environment"],
    queryFn: ({ signal }) => callApi("getEnvironment", { signal }),
    staleTime: 60_000,
  });
