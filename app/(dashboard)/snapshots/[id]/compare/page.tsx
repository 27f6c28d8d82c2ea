import { PageBody } from "@/components/layout/page/page-body";
import { ComparePage } from "@/components/snapshots/compare/compare-page";

export const metadata = { title: "What differs" };

export default async function CompareSnapshotsPage({ params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id);
  return (
    <PageBody look="fill">
      <ComparePage id={id} />
    </PageBody>
  );
}
