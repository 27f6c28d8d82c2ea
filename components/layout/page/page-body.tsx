import type { ReactNode } from "react";
import clsx from "clsx";

export interface PageBodyProps {
  /** `scroll`: a column that scrolls. `fill`: takes the window's height, its table scrolls within. */
  look?: "scroll" | "fill";
  children: ReactNode;
}

/** A page's content, at most 1440 px wide. */
export function PageBody({ look = "scroll", children }: PageBodyProps) {
  return (
    <div
      className={clsx(
        "mx-auto w-full max-w-[1440px] px-4 pt-5 sm:px-6",
        look === "fill" ? "flex h-full min-h-0 flex-col" : "pb-12",
      )}
    >
      {children}
    </div>
  );
}
