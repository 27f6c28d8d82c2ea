import { AuditTable } from "@/components/audit/audit-table";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";

export const metadata = { title: "Audit" };

export default function AuditPage() {
  return (
    <PageBody>
      <PageHeader title="Audit" description="Who changed what through Mooring, newest first." />
      <AuditTable />
    </PageBody>
  );
}
