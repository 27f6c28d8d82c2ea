import { PageBody } from "@/components/layout/page/page-body";
import { OperationPage } from "@/components/operations/operation-page";

export const metadata = { title: "Operation" };

export default async function OperationDetailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <PageBody>
      <OperationPage id={decodeURIComponent(id)} />
    </PageBody>
  );
}
