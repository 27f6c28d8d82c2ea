import Link from "next/link";
import { Route as RouteIcon } from "lucide-react";
import type { Route } from "next";
import { EmptyState } from "@/components/ui/feedback/empty-state";

export interface ExampleQuestion {
  text: string;
  href: Route;
}

/** Before anything is asked: what can be, with the reader's own functions. */
export function NoQuestion({ examples }: { examples: readonly ExampleQuestion[] }) {
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
