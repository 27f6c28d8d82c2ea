import { Network } from "lucide-react";
import { GapsCallout } from "@/components/layout/page/gaps-callout";
import { PageBody } from "@/components/layout/page/page-body";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { pages } from "@/lib/contract/pages";
import type { Topology } from "@/lib/contract/topology";

/** Nothing to draw: because nothing is there, or because it could not be read. The two are never mixed up. */
export function NoVpcs({ topology, vpcId }: { topology: Topology; vpcId: string | null }) {
  const unread = topology.gaps.find((gap) => gap.call.endsWith("DescribeVpcs"));
  return (
    <PageBody>
      <h1 className="text-20 pb-4 font-semibold tracking-tight">Topology</h1>
      <GapsCallout gaps={topology.gaps} />
      <EmptyState
        icon={<Network aria-hidden />}
        title={unread ? "The VPCs were not read" : "There is no VPC to draw"}
        actions={
          <>
            {vpcId !== null && <ButtonLink href={pages.topology()}>Show all VPCs</ButtonLink>}
            <ButtonLink href={pages.snapshots()}>Look at the snapshots</ButtonLink>
            <ButtonLink href={pages.importSnapshot()}>Import a snapshot</ButtonLink>
          </>
        }
      >
        {unread
          ? "Whether there are VPCs is unknown. Give the missing permission and read the account again."
          : vpcId === null
            ? "This account and region have no VPC in this snapshot. Create one in AWS and read the account again, or import a recorded account."
            : `${vpcId} is not in this snapshot.`}
      </EmptyState>
    </PageBody>
  );
}
