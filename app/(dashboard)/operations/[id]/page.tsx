import { PageBody } from "@/components/layout/page/page-body";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { OperationPage } from "@/components/operations/operation-page";
import { pageReads } from "../../page-reads";

export const metadata = { title: "Operation" };

export default async function OperationDetailPage({ params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id);
  return (
    <PageBody>
      <Prefetched reads={[pageReads.operation(id)]}>
        <OperationPage id={id} />
      </Prefetched>
    </PageBody>
  );
}
