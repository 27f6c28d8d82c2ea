import { TriangleAlert } from "lucide-react";
import { EmptyState } from "@/components/ui/feedback/empty-state";

/** Where the answer would stand, when a field of the question says why there is none. */
export function Refused({ nextStep }: { nextStep: string | undefined }) {
  return (
    <EmptyState title="No answer yet" icon={<TriangleAlert aria-hidden />}>
      {nextStep ?? "Change what is marked above, and ask again."}
    </EmptyState>
  );
}
