"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useViewedSnapshotId } from "../page/use-viewed-snapshot";
import { Brand } from "./brand";
import { isCurrent, navItems } from "./nav-items";

export interface NavLinksProps {
  /** `rail` hides its words below 1024 px; `sheet` always shows them. */
  look: "rail" | "sheet";
  onNavigate?: () => void;
}

export function NavLinks({ look, onNavigate }: NavLinksProps) {
  const pathname = usePathname();
  const snapshotId = useViewedSnapshotId();
  return (
    <nav aria-label="Main">
      {look === "rail" && <Brand isCompact />}
      <ul className="grid gap-0.5 p-2">
        {navItems(snapshotId).map(({ label, href, icon: Icon }) => {
          const isHere = isCurrent(href, pathname);
          return (
            <li key={label}>
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                title={label}
                {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
                className={clsx(
                  "text-13 flex h-8 items-center gap-2.5 rounded-md px-2",
                  look === "rail" && "max-lg:justify-center",
                  isHere ? "bg-hover text-ink font-medium" : "text-ink-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon aria-hidden className={clsx("size-4 shrink-0", isHere && "text-accent")} />
                <span className={clsx(look === "rail" && "max-lg:sr-only")}>{label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
