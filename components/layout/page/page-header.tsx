import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  /** Where the page belongs: a link back. */
  back?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, back, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 pb-4">
      <div className="min-w-0 flex-1 basis-48">
        {back !== undefined && <div className="text-13 text-ink-muted mb-1">{back}</div>}
        <h1 className="text-20 font-semibold tracking-tight break-words">{title}</h1>
        {description !== undefined && (
          <div className="text-13 text-ink-muted mt-0.5 max-w-3xl">{description}</div>
        )}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
