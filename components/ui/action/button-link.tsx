import type { ReactNode } from "react";
import type { Route } from "next";
import Link from "next/link";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";

export interface ButtonLinkProps {
  href: Route;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { href, variant = "secondary", size = "md", icon, className, children } = props;
  return (
    <Link href={href} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </Link>
  );
}
