import clsx from "clsx";

/** The shape of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={clsx("animate-breathe bg-neutral-soft block h-3 rounded-sm", className)} />
  );
}

/** Rows of a table that is being read. */
export function SkeletonRows({ label, rows = 8 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={label} className="divide-line divide-y">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-9 items-center gap-6 px-3">
          <Skeleton className="w-48" />
          <Skeleton className="w-20" />
          <Skeleton className="w-40 max-sm:hidden" />
          <Skeleton className="w-24 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
