"use client";

import Link from "next/link";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import { connectionSource } from "@/lib/contract/reachability/connection-label";
import { traceLink } from "@/lib/contract/reachability/trace-link";
import type { ConnectionWays } from "@/lib/contract/reachability/ways";
import type { TopologyEdge, TopologyNode } from "@/lib/contract/topology";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { nameIds } from "@/lib/core/reachability/sentence/name-ids";
import type { Verdict } from "@/lib/core/reachability/trace";
import { pathWords } from "@/lib/core/topology/reach/path-words";
import type { ReachDrawing } from "@/lib/core/topology/reach/draw-reach";
import { lineTitle } from "@/lib/core/topology/reach/line-words";
import type { ReachLine } from "@/lib/core/topology/reach/reach-lines";

export interface ReachTablesProps {
  name: string;
  ways: ConnectionWays;
  drawing: ReachDrawing<TopologyNode, TopologyEdge>;
  snapshotId: string | undefined;
}

type Item = ConnectionWays["items"][number];

/** The twin of the drawn reach: every target with its way, every line with its evidence. */
export function ReachTables({ name, ways, drawing, snapshotId }: ReachTablesProps) {
  const source = connectionSource(ways.connection);
  const targets: PlainColumn<Item>[] = [
    {
      id: "target",
      header: "Target",
      cell: ({ target }) => (
        <Link
          href={traceLink(source, target, snapshotId)}
          title="Its trace"
          className="text-accent font-medium hover:underline"
        >
          {target.label}
        </Link>
      ),
    },
    { id: "verdict", header: "Verdict", cell: ({ verdict }) => <VerdictStatus verdict={verdict} /> },
    {
      id: "way",
      header: "Way, or what stands in it",
      isWrapping: true,
      cell: (item) => <Way item={item} names={ways.names} drawing={drawing} />,
    },
  ];
  return (
    <>
      <Section title={`What ${name} reaches`} aside={String(ways.items.length)}>
        <PlainTable
          label={`What ${name} reaches`}
          columns={targets}
          rows={ways.items}
          rowKey={({ target }) => target.key}
        />
      </Section>
      <Section title="Lines that it goes over" aside={String(drawing.lines.size)}>
        <PlainTable
          label="Lines that it goes over"
          columns={lineColumns(drawing)}
          rows={[...drawing.lines.values()]}
          rowKey={({ id }) => id}
          empty="Nothing is reached, so there is no line."
        />
      </Section>
    </>
  );
}

function VerdictStatus({ verdict }: { verdict: Verdict }) {
  const look = toStatusLook("verdict", verdict);
  return <Status tone={look.tone} label={look.label} />;
}

interface WayProps {
  item: Item;
  names: ConnectionWays["names"];
  drawing: ReachTablesProps["drawing"];
}

function Way({ item, names, drawing }: WayProps) {
  const paths = drawing.wayOf.get(item.target.key)?.paths ?? [];
  const messages = item.ways.flatMap((way) => way.reasons.map(({ message }) => message));
  const reasons = new Set(messages.map((message) => nameIds(message, (id) => names[id] ?? null)));
  return (
    <ul className="grid gap-0.5">
      {pathWords(drawing.graph, paths).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {[...reasons].map((message) => (
        <li key={message} className="text-ink-muted">
          {message}
        </li>
      ))}
    </ul>
  );
}

function lineColumns({ graph }: ReachTablesProps["drawing"]): PlainColumn<ReachLine>[] {
  return [
    { id: "line", header: "Line", cell: (line) => lineTitle(graph, line) },
    { id: "verdict", header: "Verdict", cell: ({ verdict }) => <VerdictStatus verdict={verdict} /> },
    {
      id: "passes",
      header: "What goes over it",
      isWrapping: true,
      cell: ({ passes }) => passes.map(({ label }) => label).join(", "),
    },
    { id: "evidence", header: "By", isWrapping: true, cell: ({ evidence }) => evidence.join("; ") },
  ];
}
