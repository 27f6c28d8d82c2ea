import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { OperationList } from "@/components/operations/operation-list";
import { pageReads } from "../page-reads";

export const metadata = { title: "Operations" };

export default function OperationsPage() {
  return (
    <PageBody look="fill">
      <PageHeader title="Operations" description="Changes made through Mooring, newest first." />
      <Prefetched reads={[pageReads.operations()]}>
        <OperationList />
      </Prefetched>
    </PageBody>
  );
}
