"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { CopyId } from "@/components/ui/action/copy-id";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { functionQuery } from "@/lib/client/queries/functions";
import { reachesQuery } from "@/lib/client/queries/reachability";
import { PeersTable } from "./peers-table";
import type { Reaches } from "@/lib/contract/reachability/matrix";
import { pages } from "@/lib/contract/pages";
import { formatSource } from "@/lib/contract/reachability/question-address";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { explanationCodes } from "@/lib/core/reachability/explanation-codes";
import { describeAsked } from "@/lib/core/reachability/sentence/describe-asked";
import { subnetsWords } from "@/lib/core/reachability/sentence/subnets-words";
import { IPV6_INTERNET } from "@/lib/core/reachability/targets/ipv6-internet-key";
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
      cell: (item) => <Detail item={item} reaches={reaches} nameOf={nameOf} />,
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

function Detail({
  item,
  reaches,
  nameOf,
}: {
  item: Item;
  reaches: Reaches;
  nameOf: ReachesTableProps["nameOf"];
}) {
  const { target, verdict, subnets } = item;
  const codes = verdict === "unknown" ? item.unknownCodes : item.codes;
  const isInternet = target.kind === "internet" && verdict !== "unreachable";
  const isIpv6 = target.key === IPV6_INTERNET;
  const addresses = isIpv6 ? reaches.publicIpv6Addresses : reaches.publicAddresses;
  // That it is the same from each subnet goes without saying where it works.
  const words = verdict === "reachable" ? "" : subnetsWords(subnets, nameOf);
  const peer =
    target.vpcId === null || target.kind === "peer-vpc"
      ? undefined
      : reaches.peers.find(({ vpcId }) => vpcId === target.vpcId);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      {verdict !== "reachable" && codes.length > 0 && (
        <span title={codes.join(", ")}>{codes.map((code) => explanationCodes[code]).join(" ")}</span>
      )}
      {isInternet && addresses.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-2">
          seen from outside as
          {addresses.map(({ address }) => (
            <CopyId key={address} value={address} />
          ))}
        </span>
      )}
      {isInternet && reaches.vpcId === null && (
        <span>by Lambda’s own network, with addresses of AWS’s that change</span>
      )}
      {words !== "" && <span className="text-ink-muted">{words}</span>}
      {peer && (
        <span className="text-ink-muted">
          in {peer.name}
          {peer.accountId !== null && `, account ${peer.accountId}`}
        </span>
      )}
    </span>
  );
}
