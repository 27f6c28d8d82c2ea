import type { ReactNode } from "react";
import clsx from "clsx";

export interface SectionProps {
  title: string;
  /** A word or a count beside the title. */
  aside?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A bordered part of a page with its own heading. */
export function Section({ title, aside, actions, className, children }: SectionProps) {
  return (
    <section
      aria-label={title}
      className={clsx("border-line bg-surface overflow-hidden rounded-md border", className)}
    >
      <header className="border-line flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-1.5">
        <h2 className="text-14 font-semibold">{title}</h2>
        {aside !== undefined && <span className="text-13 text-ink-muted">{aside}</span>}
        {actions !== undefined && <div className="ml-auto flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
