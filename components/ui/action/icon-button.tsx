import type { ComponentProps, ReactNode } from "react";
import clsx from "clsx";
import { Tooltip } from "../overlay/tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "title"> {
  /** Read out, and shown on hover and focus. */
  label: string;
  icon: ReactNode;
  hasTooltip?: boolean;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, hasTooltip = true, className, ...rest } = props;
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={clsx(
        "text-ink-muted inline-flex size-7 shrink-0 items-center justify-center rounded-md",
        "not-disabled:hover:bg-hover not-disabled:hover:text-ink disabled:opacity-60",
        className,
      )}
    >
      {icon}
    </button>
  );
  return hasTooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
