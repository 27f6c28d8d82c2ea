import { AwsError } from "../aws-error";
import type { Handler, HandlerContext } from "../handler";
import { OPT_IN_REGIONS, REGION_NAMES } from "../world/region-names";
import type { OpenedRequest } from "../wire/protocol";
import { getAccount } from "../world/find-account";
import type { WireRequest, WireResponse } from "../wire/wire-message";
import { applyFaults } from "./apply-faults";
import { authorize } from "./authorization/authorize";
import { identifyCaller } from "./authorization/identify-caller";
import { runConsistently } from "./consistency/run-consistently";
import { bendPages } from "./faults/bend-pages";
import { findDelivery } from "./faults/find-delivery";
import { generalError } from "./general-errors";
import { findRequestRate } from "./rates/request-rates";
import type { Sandbox } from "./sandbox";
import type { Service } from "./service";
import { findCredentialScope } from "./signature/identify-request";
import { readSignature } from "./signature/read-signature";

/** What answering needs besides the request. */
export interface AnswerContext {
  sandbox: Sandbox;
  random: () => number;
  log: (line: string) => void;
}

/** Answers one request to one service; never throws: whatever goes wrong becomes an answer of the protocol. */
export async function answerRequest(
  context: AnswerContext,
  service: Service,
  request: WireRequest,
): Promise<WireResponse> {
  const requestId = context.sandbox.ids.uuid();
  const made = { operation: "?", region: findCredentialScope(request)?.region ?? "?" };
  let response: WireResponse;
  let errorCode: string | undefined;
  try {
    const opened = service.protocol.open(request);
    made.operation = opened.operation.name;
    const output = await runOperation(context, service, { opened, request, requestId });
    response = service.protocol.print(opened.operation, output, requestId);
  } catch (error) {
    const refusal = toAwsError(error, service, context.log);
    errorCode = refusal.code;
    if (isUnknownOperation(refusal)) {
      context.log(`sandbox: no such operation: ${service.name} ${describe(request, made.operation)}`);
    }
    response = service.protocol.printError(refusal, requestId);
  }
  context.sandbox.calls.add({
    at: new Date(context.sandbox.clock.now()).toISOString(),
    service: service.name,
    ...made,
    status: response.status,
    ...(errorCode === undefined ? {} : { errorCode }),
  });
  const delivery = findDelivery(
    context.sandbox.world.faults,
    `${service.name}:${made.operation}`,
    context.random,
  );
  return delivery === undefined ? response : { ...response, delivery };
}

async function runOperation(
  context: AnswerContext,
  service: Service,
  call: { opened: OpenedRequest; request: WireRequest; requestId: string },
): Promise<object> {
  const { sandbox, random } = context;
  const { opened, request, requestId } = call;
  const operation = opened.operation.name;
  // By the machine's own time, as the client's is: the sandbox's may have been moved on.
  const scope = readSignature(service, request, Date.now());
  if (!REGION_NAMES.includes(scope.region)) throw generalError(service.errorStyle, "wrong-region");
  // A region that is not enabled knows no key of the account's.
  if (OPT_IN_REGIONS.has(scope.region)) throw generalError(service.errorStyle, "unknown-key");
  const handler = Object.hasOwn(service.handlers, operation) ? service.handlers[operation] : undefined;
  if (handler === undefined) throw service.protocol.unknownOperation(operation);
  await applyFaults(sandbox.world.faults, { service, operation }, random);
  const caller = identifyCaller(sandbox.world, scope.accessKeyId, { service, now: sandbox.clock.now() });
  const input = opened.readInput();
  takeToken(sandbox, service, { operation, input, place: `${caller.accountId}/${scope.region}` });
  // From here to the output nothing waits: a handler sees one moment of the world, and changes it at once.
  sandbox.settle();
  const { world, clock, ids } = sandbox;
  const handlerContext: HandlerContext = {
    world,
    account: getAccount(world, caller.accountId),
    regionWorld: sandbox.regionWorld(caller.accountId, scope.region),
    region: scope.region,
    accountId: caller.accountId,
    clock,
    ids,
    caller,
    requestId,
  };
  authorize({
    ...handlerContext,
    serviceName: service.actionPrefix ?? service.name,
    errorStyle: service.errorStyle,
    operation,
    input,
  });
  if (service.errorStyle === "ec2" && input["DryRun"] === true) {
    throw new AwsError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", {
      httpStatus: 412,
    });
  }
  service.checkInput?.(operation, input);
  return bendPages(
    world.faults,
    { name: `${service.name}:${operation}`, input, output: opened.operation.output },
    (bent) =>
      runConsistently(sandbox, service.name, { operation, context: handlerContext }, (seen) =>
        runHandler(handler, seen, bent),
      ),
  );
}

/** Throws the protocol's throttling error where the account has called this API too fast in this region. */
function takeToken(
  { rates }: Sandbox,
  service: Service,
  call: { operation: string; input: Record<string, unknown>; place: string },
): void {
  if (!rates.enabled) return;
  const rate = findRequestRate({ service: service.name, ...call });
  if (rate === undefined || rates.buckets.take(`${call.place}/${service.name}/${rate.pool}`, rate)) return;
  throw generalError(service.errorStyle, "throttled");
}

function runHandler(
  handler: Handler<never, unknown>,
  context: HandlerContext,
  input: Record<string, unknown>,
): object {
  // The codec built `input` from the schema of the very command that this handler is for.
  const output = handler(context, input as never);
  return typeof output === "object" && output !== null ? output : {};
}

function toAwsError(error: unknown, service: Service, log: (line: string) => void): AwsError {
  if (error instanceof AwsError) return error;
  log(
    `sandbox: ${service.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return generalError(service.errorStyle, "server-fault");
}

function isUnknownOperation(error: AwsError): boolean {
  return error.code === "InvalidAction" || error.code === "UnknownOperationException";
}

function describe(request: WireRequest, operation: string): string {
  return operation === "?" ? `${request.method} ${request.path.slice(0, 200)}` : operation;
}
