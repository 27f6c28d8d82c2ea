import type { ComponentProps, ReactNode } from "react";
import clsx from "clsx";

export const controlClass =
  "rounded-md border border-line bg-surface text-13 text-ink placeholder:text-ink-faint hover:border-line-strong " +
  "disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-danger";

export interface InputProps extends ComponentProps<"input"> {
  isMono?: boolean;
  icon?: ReactNode;
}

export function Input({ isMono = false, icon, className, ...rest }: InputProps) {
  const input = (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={clsx(
        controlClass,
        "h-8 w-full px-2.5",
        isMono && "font-mono",
        icon !== undefined && "pl-8",
        className,
      )}
    />
  );
  if (icon === undefined) return input;
  return (
    <span className="relative block">
      <span
        aria-hidden
        className="text-ink-faint pointer-events-none absolute inset-y-0 left-2.5 flex items-center"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
