import path from "node:path";
import { z } from "zod";
import type { ReadRole } from "./aws/accounts/role-credentials";
import { isLoopbackHost } from "./aws/is-loopback-host";

export interface ServerConfig {
  /** `sandbox` reaches nothing but the loopback sandbox; `aws` is the SDK's standard chain. */
  mode: "sandbox" | "aws";
  host: string;
  port: number;
  /** Absolute path. */
  dataDir: string;
  /** PostgreSQL; null means PGlite in `dataDir`. */
  databaseUrl: string | null;
  region: string;
  /** What Mooring reads by itself, and where a request names none: the region above, unless others are named. */
  regions: readonly string[];
  /** The same for accounts; empty means the caller's own. */
  accountIds: readonly string[];
  /** How other accounts are entered; null where none is. */
  readRole: ReadRole | null;
  /** Where every AWS call goes; null means AWS's own endpoints. Never null in sandbox mode. */
  endpoint: string | null;
  /** False in development and tests: answers are checked against the contract, mutations against the audit. */
  isProduction: boolean;
}

/** What the environment got wrong, in one line for the terminal. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const blankAsAbsent = (value: unknown) => (value === "" ? undefined : value);
const optionalText = z.preprocess(blankAsAbsent, z.string().optional());

const textOf = (pattern: RegExp, complaint: string) =>
  z.preprocess(
    blankAsAbsent,
    z
      .string()
      .regex(pattern, { error: ({ input }) => `${String(input)} ${complaint}` })
      .optional(),
  );
/** Separated by commas, each once. */
const listOf = (pattern: RegExp, complaint: string) =>
  optionalText
    .transform((text = "") => [...new Set(text.split(",").map((one) => one.trim()))].filter(Boolean))
    .pipe(z.array(z.string().regex(pattern, { error: ({ input }) => `${String(input)} ${complaint}` })));

const environmentSchema = z.object({
  NODE_ENV: optionalText,
  PORT: z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(blankAsAbsent, z.string().default("127.0.0.1")),
  MOORING_DATA_DIR: z.preprocess(blankAsAbsent, z.string().default(".mooring")),
  DATABASE_URL: z.preprocess(blankAsAbsent, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  MOORING_AWS: optionalText,
  AWS_REGION: optionalText,
  AWS_DEFAULT_REGION: optionalText,
  MOORING_REGIONS: listOf(/^[a-z]{2}(-[a-z]+)+-\d$/, "is no region"),
  MOORING_ACCOUNT_IDS: listOf(/^\d{12}$/, "is no account id of 12 digits"),
  MOORING_READ_ROLE_NAME: textOf(/^[\w+=,.@/-]{1,576}$/, "is no name of an IAM role"),
  MOORING_EXTERNAL_ID: textOf(/^[\w+=,.@:/-]{2,1224}$/, "is no external id"),
  AWS_ENDPOINT_URL: z.preprocess(blankAsAbsent, z.url({ protocol: /^https?$/ }).optional()),
});

type Environment = Record<string, string | undefined>;

/**
 * Reads the environment once; `chainRegion` is what the SDK's own chain names (a profile may hold it). Throws
 * ConfigError naming the variable, also where the app would listen beyond this machine, or where somebody who plays
 * with the sandbox could reach anything else.
 */
export function parseConfig(env: Environment, chainRegion?: string): ServerConfig {
  const parsed = environmentSchema.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(
      `${issue?.path[0]?.toString() ?? "The environment"} is not valid: ${issue?.message ?? ""}.`,
    );
  }
  const values = parsed.data;
  if (!isLoopbackHost(values.HOST)) {
    throw new ConfigError(
      `HOST=${values.HOST} is refused: Mooring has no sign-in yet and listens on this machine only. Use 127.0.0.1.`,
    );
  }
  const mode = values.MOORING_AWS === "1" ? "aws" : "sandbox";
  const endpoint = values.AWS_ENDPOINT_URL ?? null;
  if (mode === "sandbox") requireLoopbackEndpoints(env, endpoint);
  const region = regionOf(mode, values.AWS_REGION ?? chainRegion ?? values.AWS_DEFAULT_REGION);
  return {
    mode,
    host: values.HOST,
    port: values.PORT,
    dataDir: path.resolve(values.MOORING_DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    region,
    regions: values.MOORING_REGIONS.length === 0 ? [region] : values.MOORING_REGIONS,
    ...accountsOf(values),
    endpoint,
    isProduction: values.NODE_ENV === "production",
  };
}

/** `AWS_ENDPOINT_URL_<SERVICE>` beats `AWS_ENDPOINT_URL` in the SDK, so each of them is looked at. */
function requireLoopbackEndpoints(env: Environment, endpoint: string | null): void {
  if (endpoint === null) {
    throw new ConfigError(
      "AWS_ENDPOINT_URL is not set: without it nothing says where the sandbox is. Start with `npm start`, or with MOORING_AWS=1 for real AWS.",
    );
  }
  for (const [name, value] of Object.entries(env)) {
    if (!/^AWS_ENDPOINT_URL(_|$)/.test(name) || value === undefined || value === "") continue;
    const host = URL.canParse(value) ? new URL(value).hostname : value;
    if (!isLoopbackHost(host)) {
      throw new ConfigError(
        `${name} points at ${host}, which is not this machine: in sandbox mode nothing else may be reached. Unset it, or start with MOORING_AWS=1.`,
      );
    }
  }
}

function accountsOf(
  values: z.infer<typeof environmentSchema>,
): Pick<ServerConfig, "accountIds" | "readRole"> {
  const {
    MOORING_ACCOUNT_IDS: accountIds,
    MOORING_READ_ROLE_NAME: name,
    MOORING_EXTERNAL_ID: externalId,
  } = values;
  if (name === undefined) {
    const needy = accountIds.length > 0 ? "MOORING_ACCOUNT_IDS" : "MOORING_EXTERNAL_ID";
    if (accountIds.length > 0 || externalId !== undefined) {
      throw new ConfigError(
        `${needy} is set without MOORING_READ_ROLE_NAME: nothing says which role enters other accounts. Set it to the role's name.`,
      );
    }
    return { accountIds, readRole: null };
  }
  return { accountIds, readRole: { name, ...(externalId === undefined ? {} : { externalId }) } };
}

/** The sandbox's scenarios are laid out in eu-west-1; of a real account no region is guessed. */
function regionOf(mode: ServerConfig["mode"], region: string | undefined): string {
  if (region !== undefined) return region;
  if (mode === "sandbox") return "eu-west-1";
  throw new ConfigError("No AWS region is known: set AWS_REGION, or a region in the profile.");
}
