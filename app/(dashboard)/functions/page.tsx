import { Plus } from "lucide-react";
import { FunctionList } from "@/components/functions/list/function-list";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { ButtonLink } from "@/components/ui/action/button-link";
import { pages } from "@/lib/contract/pages";

export const metadata = { title: "Functions" };

export default function FunctionsPage() {
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
      <FunctionList />
    </PageBody>
  );
}
