import { queryOptions } from "@tanstack/react-query";
import type { RetentionRule } from "@/lib/contract/retention";
import { callApi } from "../call-api";

export const retentionKeys = { all: ["retention"] as const };

/** Why each snapshot is kept, under the rule that holds or under one that is tried. */
export const retentionPreviewQuery = (rule?: RetentionRule) =>
  queryOptions({
    queryKey: [...retentionKeys.all, rule ?? "current"],
    queryFn: ({ signal }) => callApi("previewRetention", { query: { ...rule }, signal }),
  });
