import { PageBody } from "@/components/layout/page/page-body";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { SnapshotPage } from "@/components/snapshots/detail/snapshot-page";
import { pageReads } from "../../page-reads";

export const metadata = { title: "Snapshot" };

export default async function SnapshotDetailPage({ params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id);
  return (
    <PageBody>
      <Prefetched reads={[pageReads.snapshot(id)]}>
        <SnapshotPage id={id} />
      </Prefetched>
    </PageBody>
  );
}
