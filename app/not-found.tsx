import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { pages } from "@/lib/contract/pages";

export const metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <main className="pt-16">
      <h1 className="text-20 text-center font-semibold">Not found</h1>
      <EmptyState
        title="There is no such page"
        actions={<ButtonLink href={pages.functions()}>Go to Functions</ButtonLink>}
      >
        The address may be mistyped, or belong to another version of Mooring.
      </EmptyState>
    </main>
  );
}
