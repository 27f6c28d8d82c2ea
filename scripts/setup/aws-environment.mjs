import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The region that the sandbox's scenarios are laid out in. */
export const sandboxRegion = "eu-west-1";

/** What says nothing about AWS: no keys, profiles or endpoints that somebody set for another purpose. */
export function withoutAws(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith("AWS_") && name !== "MOORING_AWS"),
  );
}

/**
 * The environment of an app that may reach the sandbox and nothing else: every inherited `AWS_*` is dropped, the SDK's
 * config files are empty ones, and the keys are dummies. Nobody who thinks that he plays may write to a real account.
 */
export function sandboxEnvironment(environment, { endpoint, dataFolder }) {
  const emptyFile = path.join(dataFolder, "empty-aws-config");
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(emptyFile, "");
  return {
    ...withoutAws(environment),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: sandboxRegion,
    AWS_ACCESS_KEY_ID: "AKIAMOORINGADMIN0000",
    AWS_SECRET_ACCESS_KEY: "sandbox",
    AWS_CONFIG_FILE: emptyFile,
    AWS_SHARED_CREDENTIALS_FILE: emptyFile,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
