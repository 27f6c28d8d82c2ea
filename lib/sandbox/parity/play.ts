import { EC2Client } from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { RDSClient } from "@aws-sdk/client-rds";
import { STSClient } from "@aws-sdk/client-sts";
import { SERVICES, type ServiceName, type Step } from "./step";

/** What a client is built with: the only thing in which the two sides differ. */
export interface Side {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** What a side said: the output without `$metadata`, or the error with every member that it carried. */
export type Answer =
  | { status: number; output: Record<string, unknown> }
  | { status: number; error: { code: string; message: string } };

interface Client {
  send(command: never): Promise<{ $metadata: { httpStatusCode?: number } }>;
  destroy(): void;
}

const POLL_MS = 50;
const PATIENCE_MS = 5000;
const MAX_PAGES = 50;

/** Everything that one side said, and the values that were saved, by their names. */
export interface Play {
  answers: Answer[];
  saved: ReadonlyMap<string, string>;
}

/** Plays the script from its first step to its last against one side, with the SDK's own clients. */
export async function play(steps: readonly Step[], side: Side): Promise<Play> {
  const config = { ...side, maxAttempts: 1 };
  const clients: Record<ServiceName, Client> = {
    ec2: new EC2Client(config),
    elasticLoadBalancing: new ElasticLoadBalancingV2Client(config),
    iam: new IAMClient(config),
    lambda: new LambdaClient(config),
    rds: new RDSClient(config),
    sts: new STSClient(config),
  };
  const saved = new Map<string, string>();
  const answers: Answer[] = [];
  try {
    for (const step of steps) {
      const answer = await playStep(clients[step.service], step, saved);
      answers.push(answer);
      for (const [name, at] of Object.entries(step.save ?? {})) {
        const value = "output" in answer ? readPath(answer.output, at) : undefined;
        if (typeof value === "string") saved.set(name, value);
      }
    }
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
  return { answers, saved };
}

async function playStep(client: Client, step: Step, saved: ReadonlyMap<string, string>): Promise<Answer> {
  if (step.pages !== undefined) return playPages(client, { ...step, pages: step.pages }, saved);
  const startedAt = performance.now();
  for (;;) {
    const answer = await send(client, step, fillIn(step.input, saved));
    if (step.until === undefined || "error" in answer) return answer;
    const value = readPath(answer.output, step.until.at);
    if (value === step.until.is || (value === undefined && step.until.is === "deleted")) return answer;
    if (performance.now() - startedAt > PATIENCE_MS) return answer;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The pages of one question: how long each was, and everything that they held. Which page an item is on is no promise. */
async function playPages(
  client: Client,
  step: Step & Required<Pick<Step, "pages">>,
  saved: ReadonlyMap<string, string>,
): Promise<Answer> {
  const { items, token, sentAs = token } = step.pages;
  const found: unknown[] = [];
  const sizes: number[] = [];
  let next: unknown;
  do {
    const input = { ...fillIn(step.input, saved), ...(next === undefined ? {} : { [sentAs]: next }) };
    const answer = await send(client, step, input);
    if ("error" in answer) return answer;
    const page: unknown = answer.output[items];
    if (!Array.isArray(page)) throw new Error(`${step.operation} answered without ${items}.`);
    found.push(...(page as unknown[]));
    sizes.push(page.length);
    next = answer.output[token];
  } while (next !== undefined && sizes.length < MAX_PAGES);
  return { status: 200, output: { sizes: sizes.join(" "), [items]: found } };
}

async function send(client: Client, step: Step, input: object): Promise<Answer> {
  const Command: unknown = Reflect.get(SERVICES[step.service], `${step.operation}Command`);
  if (typeof Command !== "function") throw new Error(`The SDK has no ${step.operation}.`);
  // `step.ts` typed the input by this very command.
  const command = Reflect.construct(Command, [input]) as never;
  try {
    const { $metadata: metadata, ...output } = await client.send(command);
    return { status: metadata.httpStatusCode ?? 0, output };
  } catch (error) {
    return toErrorAnswer(error);
  }
}

/** An error of the service; anything else is a fault of the script or of a side, and is thrown on. */
function toErrorAnswer(error: unknown): Answer {
  if (!(error instanceof Error) || !("$metadata" in error)) throw error;
  const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
  // Where a side answered with no envelope at all, the SDK's own words about that are of no interest.
  const message = "$response" in error && /Deserialization error/.test(error.message) ? "" : error.message;
  return { status: httpStatusCode ?? 0, error: { code: error.name, message } };
}

/** The input with saved values in place of their names; a name that was never saved stays, and AWS refuses it. */
function fillIn(input: object, saved: ReadonlyMap<string, string>): object {
  const fill = (value: unknown): unknown => {
    if (typeof value === "string") {
      return value.replace(/\{(\w+)\}/g, (whole, name: string) => saved.get(name) ?? whole);
    }
    if (value instanceof Uint8Array || typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? value.map(fill) : fillIn(value, saved);
  };
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, fill(value)]));
}

function readPath(value: unknown, at: string): unknown {
  return at
    .split(".")
    .reduce<unknown>(
      (found, key) => (typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined),
      value,
    );
}
