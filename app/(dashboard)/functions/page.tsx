import { Plus } from "lucide-react";
import { FunctionList } from "@/components/functions/list/function-list";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { ButtonLink } from "@/components/ui/action/button-link";
import { pages } from "@/lib/contract/pages";
import { pageReads } from "../page-reads";

export const metadata = { title: "Functions" };

interface Props {
  searchParams: Promise<{ snapshotId?: string }>;
}

export default async function FunctionsPage({ searchParams }: Props) {
  const { snapshotId } = await searchParams;
  return (
    <PageBody look="fill">
      <PageHeader
        title="Functions"
        actions={
          <ButtonLink href={pages.newFunction()} icon={<Plus aria-hidden className="size-3.5" />}>
            Create function
          </ButtonLink>
        }
      />
      <Prefetched reads={[pageReads.functions({ snapshotId })]}>
        <FunctionList />
      </Prefetched>
    </PageBody>
  );
}
