import type { ReactNode } from "react";
import type { Operation } from "@/lib/contract/operations";

/** Parts of other features that these pages show; `app` puts them in, since one feature imports no other. */
export interface ConnectSlots {
  /** The steps and transitions of an operation as it goes. */
  operationTimeline: (operation: Operation) => ReactNode;
  /** The operation that now holds a function, or nothing. */
  activeOperation: (functionName: string) => ReactNode;
}
