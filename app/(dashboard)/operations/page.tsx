import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { OperationList } from "@/components/operations/operation-list";

export const metadata = { title: "Operations" };

export default function OperationsPage() {
  return (
    <PageBody look="fill">
      <PageHeader title="Operations" description="Changes made through Mooring, newest first." />
      <OperationList />
    </PageBody>
  );
}
