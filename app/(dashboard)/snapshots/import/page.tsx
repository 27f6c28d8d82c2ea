import Link from "next/link";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { ImportPage } from "@/components/snapshots/import/import-page";
import { pages } from "@/lib/contract/pages";

export const metadata = { title: "Import a snapshot" };

export default function ImportSnapshotPage() {
  return (
    <PageBody>
      <PageHeader
        back={
          <Link href={pages.snapshots()} className="hover:underline">
            Snapshots
          </Link>
        }
        title="Import a snapshot"
        description="Look at an account from recorded answers of AWS. They stay on this machine."
      />
      <ImportPage />
    </PageBody>
  );
}
