import type { ReactNode } from "react";
import { NavLinks } from "./navigation/nav-links";
import { NavSheet } from "./navigation/nav-sheet";
import { ViewedSnapshotBanner } from "./page/viewed-snapshot-banner";
import { SandboxClock } from "./top-bar/sandbox-clock";
import { SearchPalette } from "./top-bar/search-palette";
import { SnapshotAge } from "./top-bar/snapshot-age";
import { ThemeToggle } from "./top-bar/theme-toggle";
import { WherePill } from "./top-bar/where-pill";

/** The frame of every page: rail, top bar, and the page in a region of its own that scrolls. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#main"
        className="border-line bg-surface text-13 fixed top-2 left-2 z-50 -translate-y-16 rounded-md border px-3 py-1.5 font-medium focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="border-line bg-surface hidden w-14 shrink-0 flex-col border-r sm:flex lg:w-52">
        <NavLinks look="rail" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="border-line bg-surface flex h-12 shrink-0 items-center gap-2 border-b px-3 sm:px-4">
          <NavSheet />
          <WherePill />
          <div className="ml-auto flex min-w-0 items-center gap-1 sm:gap-2">
            <SnapshotAge />
            <SearchPalette />
            <SandboxClock />
            <span className="max-sm:hidden">
              <ThemeToggle />
            </span>
          </div>
        </header>
        <ViewedSnapshotBanner />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto focus-visible:outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
