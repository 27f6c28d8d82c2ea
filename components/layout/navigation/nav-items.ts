import type { Route } from "next";
import {
  Boxes,
  Camera,
  History,
  ListChecks,
  Route as RouteIcon,
  Waypoints,
  type LucideIcon,
} from "lucide-react";
import { pages } from "@/lib/contract/pages";

export interface NavItem {
  label: string;
  href: Route;
  icon: LucideIcon;
}

/** In the order of a day's work: look, see, follow, compare, account for. `snapshotId` is kept where it means something. */
export function navItems(snapshotId?: string): NavItem[] {
  const of = snapshotId === undefined ? {} : { snapshotId };
  return [
    { label: "Functions", href: pages.functions(of), icon: Boxes },
    { label: "Topology", href: pages.topology(of), icon: Waypoints },
    { label: "Reachability", href: pages.reachability(of), icon: RouteIcon },
    { label: "Operations", href: pages.operations(), icon: ListChecks },
    { label: "Snapshots", href: pages.snapshots(), icon: Camera },
    { label: "Audit", href: pages.audit(), icon: History },
  ];
}

/** The connect wizard belongs to Functions, though its path begins otherwise. */
export function isCurrent(href: string, pathname: string): boolean {
  const path = href.split("?")[0] ?? href;
  if (path === "/functions" && pathname.startsWith("/connect")) return true;
  return pathname === path || pathname.startsWith(`${path}/`);
}
