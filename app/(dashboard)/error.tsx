"use client";

import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageBody } from "@/components/layout/page/page-body";

export default function DashboardError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <PageBody>
      <ApiErrorState title="This page failed" error={error} onRetry={reset} />
    </PageBody>
  );
}
