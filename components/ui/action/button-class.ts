import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none " +
  "disabled:cursor-not-allowed disabled:opacity-60";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink not-disabled:hover:bg-accent-hover",
  secondary: "border-line bg-surface text-ink not-disabled:hover:bg-hover",
  ghost: "border-transparent text-ink-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: "border-danger-line bg-danger-soft text-danger not-disabled:hover:border-danger",
};

const sizes: Record<ButtonSize, string> = { sm: "h-7 px-2 text-13", md: "h-8 px-3 text-13" };

/** One look for buttons and for links that act like buttons. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return clsx(base, variants[variant], sizes[size], className);
}
