import { AuditTable } from "@/components/audit/audit-table";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { pageReads } from "../page-reads";

export const metadata = { title: "Audit" };

export default function AuditPage() {
  return (
    <PageBody>
      <PageHeader title="Audit" description="Who changed what through Mooring, newest first." />
      <Prefetched reads={[pageReads.audit()]}>
        <AuditTable />
      </Prefetched>
    </PageBody>
  );
}
