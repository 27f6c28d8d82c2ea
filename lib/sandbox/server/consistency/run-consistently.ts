import type { HandlerContext } from "../../handler";
import { isReadOperation } from "../is-read-operation";
import type { Sandbox } from "../sandbox";
import { watchRoles } from "./stale-roles";

/** Runs a handler on what AWS would let it see already, and notes what it made. */
export function runConsistently(
  sandbox: Sandbox,
  serviceName: string,
  { operation, context }: { operation: string; context: HandlerContext },
  run: (context: HandlerContext) => object,
): object {
  const { consistency } = sandbox;
  const { regionWorld } = context;
  if (isReadOperation(operation)) {
    return run(
      serviceName === "ec2" ? { ...context, regionWorld: consistency.fresh.view(regionWorld) } : context,
    );
  }
  sandbox.revision += 1;
  if (serviceName === "ec2" && consistency.createMs > 0) {
    return consistency.fresh.watch(regionWorld, consistency.createMs, () => run(context));
  }
  if (serviceName === "iam" && consistency.roleMs > 0) {
    const place = { ...context, now: sandbox.clock.now() };
    return watchRoles(place, consistency.roleMs, () => run(context));
  }
  return run(context);
}
