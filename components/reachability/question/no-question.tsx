import Link from "next/link";
import { Route as RouteIcon } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { pages } from "@/lib/contract/pages";

export interface ExampleQuestion {
  text: string;
  href: Route;
}

export interface NoQuestionProps {
  examples: readonly ExampleQuestion[];
  /** Whether the account was read and has none. */
  hasNoFunction: boolean;
}

/** Before anything is asked: what can be, with the reader's own functions. */
export function NoQuestion({ examples, hasNoFunction }: NoQuestionProps) {
  if (hasNoFunction) return <NoFunction />;
  return (
    <EmptyState title="Choose where packets start and where they go" icon={<RouteIcon aria-hidden />}>
      <p>
        A function, an interface, an instance or addresses outside; to the internet, an AWS service, a
        database, a cache, an instance or an address. The port is the one that the target is used on, unless
        you say another.
      </p>
      {examples.length > 0 && (
        <ul className="mt-3 grid gap-1.5 text-left" aria-label="Examples">
          {examples.map(({ text, href }) => (
            <li key={text}>
              <Link href={href} className="text-accent break-words hover:underline">
                {text}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}

function NoFunction() {
  return (
    <EmptyState
      title="There is no function to ask about"
      icon={<RouteIcon aria-hidden />}
      actions={<ButtonLink href={pages.newFunction()}>Create a function</ButtonLink>}
    >
      The account was read and has none. An interface, an instance or addresses outside can be asked about as
      well.
    </EmptyState>
  );
}
