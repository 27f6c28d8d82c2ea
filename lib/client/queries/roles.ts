import { queryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";

/** Execution roles that Lambda may assume, read live from IAM. */
export const roleListQuery = () =>
  queryOptions({
    queryKey: ["roles"],
    queryFn: ({ signal }) => callApi("listRoles", { signal }),
  });
