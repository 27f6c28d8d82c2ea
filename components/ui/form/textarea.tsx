import type { ComponentProps } from "react";
import clsx from "clsx";
import { controlClass } from "./input";

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      spellCheck={false}
      {...rest}
      className={clsx(controlClass, "min-h-20 w-full px-2.5 py-1.5", className)}
    />
  );
}
