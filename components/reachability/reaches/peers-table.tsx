"use client";

import Link from "next/link";
import { CopyId } from "@/components/ui/action/copy-id";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import type { Reaches } from "@/lib/contract/reachability/matrix";
import { traceLink } from "@/lib/contract/reachability/trace-link";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { peerRows, reachedWords, type PeerRow } from "./peer-rows";

export interface PeersTableProps {
  reaches: Reaches;
  /** Where packets start, as a link names it. */
  source: string;
  snapshotId: string | undefined;
}

/** The networks joined to the function's VPC, each with what of it is reached. */
export function PeersTable({ reaches, source, snapshotId }: PeersTableProps) {
  const rows = peerRows(reaches);
  if (rows.length === 0) return null;
  const columns: PlainColumn<PeerRow>[] = [
    {
      id: "peer",
      header: "Peer",
      cell: ({ peer }) => (
        <span className="grid justify-items-start">
          <span className="font-medium">{peer.name}</span>
          {peer.vpcId !== null && peer.vpcId !== peer.name && <CopyId value={peer.vpcId} />}
          {peer.accountId !== null && (
            <span className="text-ink-muted">
              account <span className="font-mono">{peer.accountId}</span>
            </span>
          )}
        </span>
      ),
    },
    {
      id: "reached",
      header: "Reached",
      cell: (row) =>
        row.verdict === null ? (
          <span className="text-ink-muted">not asked about</span>
        ) : (
          <Status tone={toStatusLook("verdict", row.verdict).tone} label={reachedWords(row)} />
        ),
    },
    { id: "via", header: "Joined by", cell: ({ peer }) => <CopyId value={peer.via} /> },
    {
      id: "what",
      header: "What was asked about",
      isWrapping: true,
      cell: ({ items, peer }) => (
        <span className="flex flex-wrap gap-x-3">
          {items.length === 0 && <span className="text-ink-muted">{whyNothing(peer.cidrs)}</span>}
          {items.map(({ target }) => (
            <Link
              key={target.key}
              href={traceLink(source, target, snapshotId)}
              className="text-accent hover:underline"
            >
              {target.kind === "peer-vpc" ? target.destination.cidr : target.label}
            </Link>
          ))}
        </span>
      ),
    },
  ];
  return (
    <div className="border-line border-t">
      <h3 className="px-4 pt-3 pb-1 font-medium">
        Peers <span className="text-ink-muted font-normal tabular-nums">{rows.length}</span>
      </h3>
      <PlainTable
        label="Peers"
        columns={columns}
        rows={rows}
        rowKey={({ peer }) => `${peer.name} ${peer.via}`}
      />
    </div>
  );
}

function whyNothing(cidrs: readonly string[]): string {
  if (cidrs.length === 0) return "Its addresses are not known.";
  return `${cidrs.join(", ")}: no database, cache or load balancer is known there. Ask about an address of it in Reachability.`;
}
