import type { ReactNode } from "react";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { Shell } from "@/components/layout/shell";
import { pageReads } from "./page-reads";

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <Prefetched reads={[pageReads.environment(), pageReads.snapshots()]}>
      <Shell>{children}</Shell>
    </Prefetched>
  );
}
