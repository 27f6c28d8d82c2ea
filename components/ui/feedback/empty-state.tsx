import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: string;
  /** Why it is empty, and what to do about it. */
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
      {icon !== undefined && <div className="text-ink-faint mb-1 [&>svg]:size-6">{icon}</div>}
      <p className="text-14 font-medium">{title}</p>
      {children !== undefined && <div className="text-13 text-ink-muted">{children}</div>}
      {actions !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
