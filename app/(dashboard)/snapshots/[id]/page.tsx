import { PageBody } from "@/components/layout/page/page-body";
import { SnapshotPage } from "@/components/snapshots/detail/snapshot-page";

export const metadata = { title: "Snapshot" };

export default async function SnapshotDetailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <PageBody>
      <SnapshotPage id={decodeURIComponent(id)} />
    </PageBody>
  );
}
