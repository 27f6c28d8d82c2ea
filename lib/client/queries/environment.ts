import { queryOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/contract/endpoints";
import { callApi } from "../call-api";

/** Which AWS the app looks at. The sandbox's clock is in it, so it is asked again now and then. */
export const environmentQuery = () =>
  queryOptions({
    queryKey: ["environment"],
    queryFn: ({ signal }) => callApi(endpoints.getEnvironment, { signal }),
    staleTime: 60_000,
  });
