import clsx from "clsx";
import Link from "next/link";
import { pages } from "@/lib/contract/pages";

/** A mooring ring and its line. */
export function Brand({ isCompact = false }: { isCompact?: boolean }) {
  return (
    <Link
      href={pages.functions()}
      aria-label="Mooring, home"
      className={clsx(
        "text-14 flex h-12 items-center gap-2 px-4 font-semibold",
        isCompact && "max-lg:justify-center max-lg:px-0",
      )}
    >
      <svg
        viewBox="0 0 20 20"
        aria-hidden
        className="text-accent size-5 shrink-0"
        fill="none"
        stroke="currentColor"
      >
        <circle cx="10" cy="6.5" r="3.75" strokeWidth="1.75" />
        <path
          d="M10 10.25V17M3.5 12.5c.6 3 3.2 4.75 6.5 4.75s5.9-1.75 6.5-4.75"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      <span className={clsx(isCompact && "max-lg:sr-only")}>Mooring</span>
    </Link>
  );
}
