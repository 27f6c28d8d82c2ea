import { MatrixPage } from "@/components/reachability/matrix/matrix-page";

export const metadata = { title: "What every connection reaches" };

/** The matrix uses all the width there is. */
export default function Page() {
  return (
    <div className="flex h-full min-h-0 flex-col px-4 pt-5 sm:px-6">
      <MatrixPage />
    </div>
  );
}
