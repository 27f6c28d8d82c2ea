/** The call an SDK error came from: the service as IAM writes it (`ec2`) and the operation (`DescribeVpcs`). */
export interface AwsCall {
  service: string;
  operation: string;
}

// A registered symbol, not a WeakMap: a framework may load this module twice in one process.
const CALL = Symbol.for("mooring.awsCall");

/** Clients that are not named as IAM names their service. */
const serviceOfClient: ReadonlyMap<string, string> = new Map([
  ["ElasticLoadBalancingV2Client", "elasticloadbalancing"],
]);

/** The call that a command of one of the SDK's clients makes. */
export function toCall(clientName = "", commandName?: string): AwsCall | undefined {
  if (commandName === undefined) return undefined;
  const service = serviceOfClient.get(clientName) ?? clientName.replace(/Client$/, "").toLowerCase();
  return { service, operation: commandName.replace(/Command$/, "") };
}

/** Notes on an error which call threw it, and gives the error back. */
export function rememberCall(error: unknown, clientName?: string, commandName?: string): unknown {
  const call = toCall(clientName, commandName);
  if (!(error instanceof Error) || call === undefined || !Object.isExtensible(error)) return error;
  Object.defineProperty(error, CALL, { value: call, configurable: true });
  return error;
}

/** The call that threw `error`; undefined where it did not come from one of our AWS clients. */
export function findCallOfError(error: unknown): AwsCall | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const call: unknown = Reflect.get(error, CALL);
  return isCall(call) ? call : undefined;
}

function isCall(value: unknown): value is AwsCall {
  return typeof value === "object" && value !== null && "service" in value && "operation" in value;
}
