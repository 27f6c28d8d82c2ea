import clsx from "clsx";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { Status } from "@/components/ui/status/status";
import type { Column } from "@/components/ui/table/column";
import type { FunctionSummary } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import { toFunctionLook } from "./function-look";

/** `eu-west-1a`, `eu-west-1b` as "a, b": the region stands on every page already. */
export function shortZones(zones: readonly string[]): string {
  return zones.map((zone) => /[a-z]$/.exec(zone)?.[0] ?? zone).join(", ");
}

const faint = <span className="text-ink-faint">—</span>;

function ConnectionCell({ fn }: { fn: FunctionSummary }) {
  if (fn.vpcConfig === null) return faint;
  const count = fn.vpcConfig.subnetIds.length;
  const kinds = fn.subnetKinds.length > 0 ? fn.subnetKinds.join(" and ") : "kind not known";
  const isMixed = fn.subnetKinds.length > 1 || fn.subnetKinds.includes("public");
  return (
    <span
      className="flex items-center gap-1.5"
      title={fn.availabilityZones.length > 0 ? `Zones ${fn.availabilityZones.join(", ")}` : undefined}
    >
      <span className={clsx("shrink-0", isMixed && "text-warning")}>
        {count} {kinds}
      </span>
      <span className="text-ink-muted truncate">
        {fn.availabilityZones.length > 0 && `in ${shortZones(fn.availabilityZones)}`}
      </span>
    </span>
  );
}

/** The columns of the Functions table; links keep the snapshot that is looked at. */
export function functionColumns(snapshotId: string | undefined): Column<FunctionSummary>[] {
  const of = snapshotId === undefined ? {} : { snapshotId };
  return [
    {
      id: "name",
      header: "Name",
      width: 248,
      isAlwaysShown: true,
      sortValue: (fn) => fn.functionName,
      cell: (fn) => (
        <Link
          href={pages.function(fn.functionName, of)}
          title={fn.functionName}
          className="font-medium hover:underline"
          tabIndex={-1}
        >
          {fn.functionName}
        </Link>
      ),
    },
    {
      id: "state",
      header: "State",
      width: 136,
      sortValue: (fn) => toFunctionLook(fn).label,
      cell: (fn) => <Status {...toFunctionLook(fn)} />,
    },
    {
      id: "vpc",
      header: "VPC",
      width: 270,
      sortValue: (fn) => fn.vpcName ?? fn.vpcConfig?.vpcId ?? null,
      cell: (fn) =>
        fn.vpcConfig === null ? (
          <span className="text-ink-muted">not in a VPC</span>
        ) : (
          <span className="flex items-baseline gap-2">
            {fn.vpcName !== null && <span className="max-w-full shrink-0 truncate">{fn.vpcName}</span>}
            <span className="text-ink-muted truncate font-mono">{fn.vpcConfig.vpcId}</span>
          </span>
        ),
    },
    {
      id: "connection",
      header: "Subnets",
      width: 228,
      sortValue: (fn) => (fn.vpcConfig === null ? null : fn.subnetKinds.join(" ")),
      cell: (fn) => <ConnectionCell fn={fn} />,
    },
    {
      id: "securityGroups",
      header: "Security groups",
      width: 200,
      isHiddenAtFirst: true,
      sortValue: (fn) => fn.vpcConfig?.securityGroupIds.join(" ") ?? null,
      cell: (fn) => <span className="font-mono">{fn.vpcConfig?.securityGroupIds.join(", ") ?? faint}</span>,
    },
    {
      id: "runtime",
      header: "Runtime",
      width: 120,
      sortValue: (fn) => fn.runtime ?? fn.packageType,
      cell: (fn) => fn.runtime ?? (fn.packageType === "Image" ? "container image" : faint),
    },
    {
      id: "read",
      header: "State read",
      width: 124,
      sortValue: (fn) => (fn.stateReadAt === null ? null : Date.parse(fn.stateReadAt)),
      cell: (fn) =>
        fn.stateReadAt === null ? faint : <RelativeTime at={fn.stateReadAt} className="text-ink-muted" />,
    },
  ];
}
