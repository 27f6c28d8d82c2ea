import { PageBody } from "@/components/layout/page/page-body";
import { ReachabilityPage } from "@/components/reachability/reachability-page";

export const metadata = { title: "Reachability" };

export default function Page() {
  return (
    <PageBody>
      <ReachabilityPage />
    </PageBody>
  );
}
