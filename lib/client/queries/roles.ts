import { queryOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/contract/endpoints";
import { callApi } from "../call-api";

/** Execution roles that Lambda may assume, read live from IAM. */
export const roleListQuery = () =>
  queryOptions({
    queryKey: ["roles"],
    queryFn: ({ signal }) => callApi(endpoints.listRoles, { signal }),
  });
