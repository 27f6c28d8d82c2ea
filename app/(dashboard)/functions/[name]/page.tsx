import type { Metadata } from "next";
import { FunctionPage } from "@/components/functions/detail/function-page";
import { PageBody } from "@/components/layout/page/page-body";
import { Prefetched } from "@/components/layout/provider/prefetched";
import { ActiveOperationBanner } from "@/components/operations/active-operation-banner";
import { pageReads } from "../../page-reads";
import { ReachesSlot } from "./reaches-slot";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ snapshotId?: string }>;
}

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function FunctionDetailPage({ params, searchParams }: Props) {
  const name = decodeURIComponent((await params).name);
  const { snapshotId } = await searchParams;
  const reads = [pageReads.function(name, { snapshotId }), pageReads.operations(name)];
  return (
    <PageBody>
      <Prefetched reads={reads}>
        <FunctionPage
          name={name}
          banner={<ActiveOperationBanner functionName={name} />}
          reaches={<ReachesSlot name={name} snapshotId={snapshotId} />}
        />
      </Prefetched>
    </PageBody>
  );
}
