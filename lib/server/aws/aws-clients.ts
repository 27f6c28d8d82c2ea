import { EC2Client } from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { RDSClient } from "@aws-sdk/client-rds";
import { STSClient } from "@aws-sdk/client-sts";
import { NoReadRoleError } from "./accounts/no-read-role-error";
import { createRoleCredentials, type ReadRole, type RoleCredentials } from "./accounts/role-credentials";
import { addAwsMiddleware, type AwsWiring } from "./aws-middleware";
import { createPacer, type Pacer } from "./pacing/pacer";

export interface AwsClientsOptions {
  /** In `sandbox` every request to anything but loopback is refused, and only dummy credentials are sent. */
  mode: "sandbox" | "aws";
  /** The region meant where a call names none. */
  region: string;
  /** Beats the SDK's own chain (`AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the profile). */
  endpoint?: string;
  /** Beats the SDK's own chain. */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  /** Attempts that the SDK itself makes for one request, default 3. */
  maxAttempts?: number;
  pacer?: Pacer;
  /** How other accounts are entered; without it none is. */
  readRole?: ReadRole;
}

/** One SDK client per service and region, made when first asked for and shared by the whole process. */
export interface AwsClients {
  readonly mode: "sandbox" | "aws";
  readonly region: string;
  /** The account that is called by its role; undefined where the caller's own credentials are used. */
  readonly accountId?: string;
  /** The token buckets of AWS's request rates, shared so that two readings together stay under them. */
  readonly pacer: Pacer;
  ec2(region?: string): EC2Client;
  lambda(region?: string): LambdaClient;
  rds(region?: string): RDSClient;
  elasticache(region?: string): ElastiCacheClient;
  elbv2(region?: string): ElasticLoadBalancingV2Client;
  iam(): IAMClient;
  sts(): STSClient;
  /** The same for whoever takes turns by `pacer` and repeats by itself: each request is one attempt, counted nowhere. */
  withoutRetries(): AwsClients;
  /**
   * Clients for another account, once its role was assumed. They are for one piece of work: whoever asked destroys
   * them. Rejects with the SDK's error, or with NoReadRoleError.
   */
  inAccount(accountId: string): Promise<AwsClients>;
  /** Closes the connections that are kept alive. */
  destroy(): void;
}

/** Where a call goes, and what stops it. First argument of every function in this folder's service files. */
export interface AwsScope {
  aws: AwsClients;
  /** The clients' own region where not given. */
  region?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** More than one reading asks at once (`collector/`), so that a request never waits for a socket. */
const MAX_SOCKETS = 64;
const CONNECTION_TIMEOUT_MS = 3_000;
/** An upload of 50 MB of code is one request: Lambda's own limit is what such a line can carry, not ours. */
const REQUEST_TIMEOUT_MS = { short: 30_000, upload: 300_000 };

/** What the clients of one account have in common. */
type AccountOptions = Omit<AwsClientsOptions, "credentials"> & {
  pacer: Pacer;
  credentials?: AwsClientsOptions["credentials"] | (() => Promise<RoleCredentials>);
  accountId?: string;
};

/** Makes the process's AWS clients. Nothing is sent until a call is made. */
export function createAwsClients(options: AwsClientsOptions): AwsClients {
  // The SDK prints a notice about Node 20 at its first client; which Node runs Mooring is checked at start.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  return makeAccount({ ...options, pacer: options.pacer ?? createPacer() });
}

function makeAccount(options: AccountOptions): AwsClients {
  const counted = makeClients(options, true);
  const single = makeClients({ ...options, maxAttempts: 1 }, false);
  const enterBy = (sts: () => STSClient) => async (accountId: string) => {
    if (options.readRole === undefined) throw new NoReadRoleError(accountId);
    const credentials = createRoleCredentials(sts(), options.readRole, accountId);
    await credentials();
    return makeAccount({ ...options, credentials, accountId });
  };
  const unretried: AwsClients = {
    ...single,
    inAccount: enterBy(() => single.sts()),
    withoutRetries: () => unretried,
  };
  return {
    ...counted,
    inAccount: enterBy(() => counted.sts()),
    withoutRetries: () => unretried,
    destroy: () => {
      counted.destroy();
      single.destroy();
    },
  };
}

function makeClients(
  options: AccountOptions,
  isCounted: boolean,
): Omit<AwsClients, "withoutRetries" | "inAccount"> {
  const { mode, pacer, accountId } = options;
  const ofAccount = accountId === undefined ? {} : { accountId };
  const made: { destroy(): void }[] = [];

  function perRegion<C extends { destroy(): void }>(make: (region: string) => C) {
    const clients = new Map<string, C>();
    return (region = options.region): C => {
      const known = clients.get(region);
      if (known !== undefined) return known;
      const client = make(region);
      clients.set(region, client);
      made.push(client);
      return client;
    };
  }

  const wiring = (region: string): AwsWiring => ({
    mode,
    ...(isCounted
      ? {
          onAttempt: (call) => {
            pacer.count({ ...call, ...ofAccount, region });
          },
        }
      : {}),
  });
  const config = (region: string) => clientConfig(options, region, REQUEST_TIMEOUT_MS.short);
  const uploads = (region: string) => clientConfig(options, region, REQUEST_TIMEOUT_MS.upload);
  const iam = perRegion((region) => addAwsMiddleware(new IAMClient(config(region)), wiring(region)));
  const sts = perRegion((region) => addAwsMiddleware(new STSClient(config(region)), wiring(region)));
  return {
    mode,
    region: options.region,
    ...ofAccount,
    pacer,
    ec2: perRegion((region) => addAwsMiddleware(new EC2Client(config(region)), wiring(region))),
    lambda: perRegion((region) => addAwsMiddleware(new LambdaClient(uploads(region)), wiring(region))),
    rds: perRegion((region) => addAwsMiddleware(new RDSClient(config(region)), wiring(region))),
    elasticache: perRegion((region) =>
      addAwsMiddleware(new ElastiCacheClient(config(region)), wiring(region)),
    ),
    elbv2: perRegion((region) =>
      addAwsMiddleware(new ElasticLoadBalancingV2Client(config(region)), wiring(region)),
    ),
    iam: () => iam(),
    sts: () => sts(),
    destroy: () => {
      for (const client of made) client.destroy();
    },
  };
}

function clientConfig(options: AccountOptions, region: string, requestTimeoutMs: number) {
  const credentials = options.credentials ?? (options.mode === "sandbox" ? sandboxCredentials() : undefined);
  return {
    region,
    maxAttempts: options.maxAttempts ?? 3,
    // Not `adaptive`: that slows every call of a client when one API is throttled; the collector paces per API.
    retryMode: "standard",
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
    },
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** The SDK's own chain is not walked in sandbox mode: it may ask other machines for keys. */
function sandboxCredentials() {
  return {
    accessKeyId: process.env["AWS_ACCESS_KEY_ID"] || "sandbox",
    secretAccessKey: process.env["AWS_SECRET_ACCESS_KEY"] || "sandbox",
  };
}
