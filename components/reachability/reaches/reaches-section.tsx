"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { functionQuery } from "@/lib/client/queries/functions";
import { reachesQuery } from "@/lib/client/queries/reachability";
import { PeersTable } from "./peers-table";
import { ReachDetail } from "./reach-detail";
import type { Reaches } from "@/lib/contract/reachability/matrix";
import { pages } from "@/lib/contract/pages";
import { formatSource } from "@/lib/contract/reachability/question-address";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { describeAsked } from "@/lib/core/reachability/sentence/describe-asked";
import { traceLink } from "@/lib/contract/reachability/trace-link";

export interface ReachesSectionProps {
  /** Name or ARN. */
  name: string;
  snapshotId: string | undefined;
}

/** What a function reaches: the internet and as whom, services, what its VPC and the peers of that hold. */
export function ReachesSection({ name, snapshotId }: ReachesSectionProps) {
  const { data, error, refetch } = useQuery(reachesQuery(name, { snapshotId }));
  // The page has read it already: its subnets have names there.
  const fn = useQuery(functionQuery(name, { snapshotId })).data;
  const names = new Map(fn?.subnets.map((subnet) => [subnet.subnetId, subnet.name]));
  const nameOf = (id: string) => names.get(id) ?? null;
  if (error && isNoSnapshot(error)) return null;
  const ofSnapshot = snapshotId === undefined ? {} : { snapshotId };
  return (
    <Section
      title="Reaches"
      aside="worked out from what was read; no packet is sent"
      actions={
        fn && (
          <span className="text-13 flex flex-wrap gap-x-4">
            {data && data.connectionId !== null && data.vpcId !== null && (
              <Link
                href={pages.topology({
                  vpcId: data.vpcId,
                  mode: "reaches",
                  connection: data.connectionId,
                  ...ofSnapshot,
                })}
                className="text-accent hover:underline"
              >
                Draw it in Topology
              </Link>
            )}
            {fn.vpcConfig !== null && (
              <Link
                href={pages.reachabilityMatrix({ q: fn.functionName, ...ofSnapshot })}
                className="text-accent hover:underline"
              >
                Other VPCs’ targets in the matrix
              </Link>
            )}
          </span>
        )
      }
    >
      {error && !data && (
        <div className="p-4">
          <ApiErrorState
            title="What it reaches could not be worked out"
            error={error}
            onRetry={() => {
              void refetch();
            }}
          />
        </div>
      )}
      {!error && !data && <SkeletonRows label="Working out what it reaches" rows={5} />}
      {data && <ReachesTable reaches={data} nameOf={nameOf} snapshotId={snapshotId} />}
      {data && (
        <p className="text-13 text-ink-muted border-line border-t px-4 py-2.5">
          Reached by: nothing. A function’s interfaces accept no connections; it is invoked through Lambda’s
          own service.
        </p>
      )}
    </Section>
  );
}

interface ReachesTableProps {
  reaches: Reaches;
  nameOf: (subnetId: string) => string | null;
  snapshotId: string | undefined;
}

type Item = Reaches["items"][number];

function ReachesTable({ reaches, nameOf, snapshotId }: ReachesTableProps) {
  const source = formatSource({ functionName: reaches.functionArn });
  const columns: PlainColumn<Item>[] = [
    {
      id: "target",
      header: "Target",
      cell: ({ target }) => (
        <Link
          href={traceLink(source, target, snapshotId)}
          className="text-accent font-medium hover:underline"
        >
          {target.label}
        </Link>
      ),
    },
    {
      id: "verdict",
      header: "Verdict",
      cell: ({ verdict }) => {
        const look = toStatusLook("verdict", verdict);
        return <Status tone={look.tone} label={look.label} />;
      },
    },
    {
      id: "traffic",
      header: "Asked about",
      isMono: true,
      cell: ({ target: { protocol, port } }) => describeAsked({ protocol, ...(port !== null && { port }) }),
    },
    {
      id: "detail",
      header: "How",
      isWrapping: true,
      cell: (item) => <ReachDetail item={item} reaches={reaches} nameOf={nameOf} />,
    },
  ];
  return (
    <>
      <PlainTable
        label="What it reaches"
        columns={columns}
        rows={reaches.items}
        rowKey={({ target }) => target.key}
      />
      <PeersTable reaches={reaches} source={source} snapshotId={snapshotId} />
    </>
  );
}
