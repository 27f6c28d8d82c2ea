import { createServices } from "../server/services";

/** An operation that the sandbox answers. */
export interface SandboxOperation {
  /** As signatures name it: `ec2`, `elasticloadbalancing`. */
  service: string;
  operation: string;
}

/** Every operation that the sandbox has a handler for, by service and then by name. */
export function listOperations(): SandboxOperation[] {
  return createServices().flatMap(({ name: service, handlers }) =>
    Object.keys(handlers)
      .sort()
      .map((operation) => ({ service, operation })),
  );
}
