import type { ComponentProps, ReactNode } from "react";
import { LoaderCircle } from "lucide-react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shows that the work has begun and refuses a second click. */
  isBusy?: boolean;
}

/** Its words say what will happen: "Attach orders-api to prod-vpc", not "Submit". */
export function Button(props: ButtonProps) {
  const { variant = "secondary", size = "md", icon, isBusy = false, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      disabled={isBusy || rest.disabled === true}
      aria-busy={isBusy || undefined}
      className={buttonClass(variant, size, className)}
    >
      {isBusy ? <LoaderCircle aria-hidden className="animate-turn size-3.5" /> : icon}
      {children}
    </button>
  );
}
