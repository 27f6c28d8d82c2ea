import { SkeletonRows } from "@/components/ui/status/skeleton";

export default function Loading() {
  return (
    <div className="px-6 py-5">
      <SkeletonRows label="Loading the page" rows={12} />
    </div>
  );
}
