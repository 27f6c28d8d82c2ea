import { ChevronRight } from "lucide-react";
import { Status } from "@/components/ui/status/status";
import type { SubnetDetail } from "@/lib/contract/functions";

/** A subnet's route table, folded: its name, how the subnet came by it, and its routes. */
export function RouteDisclosure({ subnet }: { subnet: SubnetDetail }) {
  const { routes, routeTableId, routeTableName, routeTableAssociation } = subnet;
  if (routeTableId === null || routes === null)
    return <span className="text-unknown">Its routes could not be read.</span>;
  return (
    <details className="group">
      <summary className="text-ink-muted hover:text-ink inline-flex max-w-full list-none items-center gap-1 rounded-sm">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 group-open:rotate-90" />
        <span className="truncate">
          {routes.length} {routes.length === 1 ? "route" : "routes"} in {routeTableName ?? "route table"}{" "}
          <span className="font-mono">{routeTableId}</span>
          {routeTableAssociation === "main" && ", the VPC’s main table"}
        </span>
      </summary>
      <ul className="border-line mt-1 ml-4 grid gap-0.5 border-l pl-3 font-mono">
        {routes.map((route) => (
          <li key={`${route.destination} ${route.target}`} className="flex flex-wrap items-center gap-x-2">
            <span className="min-w-40">{route.destination}</span>
            <span aria-hidden className="text-ink-faint">
              →
            </span>
            <span>{route.target}</span>
            {route.state === "blackhole" && <Status tone="danger" label="blackhole" className="font-sans" />}
          </li>
        ))}
      </ul>
    </details>
  );
}
