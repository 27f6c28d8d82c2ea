import type { SandboxClock } from "./clock";
import type { Role, User } from "./world/iam-world";
import type { AccountWorld, RegionWorld, World } from "./world/world";

/** What a handler may use. It changes `world` in place and only after every validation has passed. */
export interface HandlerContext {
  world: World;
  /** The caller's account. */
  account: AccountWorld;
  /** What that account has in the region that the request was signed for. */
  regionWorld: RegionWorld;
  region: string;
  accountId: string;
  clock: SandboxClock;
  /** Fresh ids: `id("eni")` -> `eni-0…` (17 hex digits), `uuid()` for request and revision ids. */
  ids: { id(prefix: string): string; uuid(): string };
  caller: Caller;
  requestId: string;
}

/** Who makes a request. */
export interface Caller {
  accountId: string;
  arn: string;
  userId: string;
  /** Whose policies bind the caller; without one it is the account's root, who may do everything. */
  identity?: User | Role;
  /** Of a caller with a temporary key. */
  session?: { policies: readonly string[]; tags: readonly { Key: string; Value: string }[] };
}

/** One API operation: typed input to typed output, both as the SDK's command has them. Throws AwsError to refuse. */
export type Handler<Input, Output> = (context: HandlerContext, input: Input) => Output;

/** Operation name as AWS spells it (`DescribeSubnets`) -> its handler. Each service exports one such table. */
export type HandlerTable = Readonly<Record<string, Handler<never, unknown>>>;

/** A command's output as a handler gives it: the SDK adds `$metadata` on its side of the wire. */
export type Answer<Output> = Omit<Output, "$metadata">;
