import clsx from "clsx";

export interface ProgressBarProps {
  label: string;
  /** 0 to 1; absent while the whole is not known. */
  fraction?: number;
  className?: string;
}

/** Says how far something has come; without a fraction, that it goes on. */
export function ProgressBar({ label, fraction, className }: ProgressBarProps) {
  const percent = fraction === undefined ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={clsx("bg-neutral-soft h-1 overflow-hidden rounded-full", className)}
    >
      <div
        className={clsx(
          "bg-progress h-full rounded-full transition-[width]",
          percent === undefined && "animate-breathe",
        )}
        style={{ width: percent === undefined ? "40%" : `${percent}%` }}
      />
    </div>
  );
}
