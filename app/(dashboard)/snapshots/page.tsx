import { Upload } from "lucide-react";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { RetentionButton } from "@/components/snapshots/retention/retention-button";
import { SnapshotList } from "@/components/snapshots/snapshot-list";
import { ButtonLink } from "@/components/ui/action/button-link";
import { pages } from "@/lib/contract/pages";
import { pageReads } from "../page-reads";

export const metadata = { title: "Snapshots" };

export default function SnapshotsPage() {
  return (
    <PageBody look="fill">
      <PageHeader
        title="Snapshots"
        description="What was read of AWS, and when. Each stays as it was; reading again makes a new one."
        actions={
          <>
            <RetentionButton />
            <ButtonLink href={pages.importSnapshot()} icon={<Upload aria-hidden className="size-3.5" />}>
              Import
            </ButtonLink>
          </>
        }
      />
      <Prefetched reads={[pageReads.snapshots()]}>
        <SnapshotList />
      </Prefetched>
    </PageBody>
  );
}
