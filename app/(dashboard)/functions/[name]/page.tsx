import type { Metadata } from "next";
import { FunctionPage } from "@/components/functions/detail/function-page";
import { PageBody } from "@/components/layout/page/page-body";
import { ActiveOperationBanner } from "@/components/operations/active-operation-banner";

interface Props {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function FunctionDetailPage({ params }: Props) {
  const name = decodeURIComponent((await params).name);
  return (
    <PageBody>
      <FunctionPage name={name} banner={<ActiveOperationBanner functionName={name} />} />
    </PageBody>
  );
}
