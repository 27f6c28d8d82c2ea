import type {
  AccountVpcEncryptionControlExclusions,
  DescribeAccountVpcEncryptionControlCommandInput,
  DescribeAccountVpcEncryptionControlCommandOutput,
  ModifyAccountVpcEncryptionControlCommandInput,
  ModifyAccountVpcEncryptionControlCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler } from "../../../../handler";
import { ENCRYPTION_RESOURCES } from "./encryption-resources";

/** What the account asks of all its VPCs in the region. */
export const describeAccountVpcEncryptionControl: Handler<
  DescribeAccountVpcEncryptionControlCommandInput,
  Answer<DescribeAccountVpcEncryptionControlCommandOutput>
> = ({ regionWorld }) => ({ AccountVpcEncryptionControl: regionWorld.controls.accountEncryption });

const MODES: readonly string[] = ["unmanaged", "attempt-monitor", "attempt-enforce"];

/** Changes what the account asks. It is kept as asked: the sandbox moves no VPC by it. */
export const modifyAccountVpcEncryptionControl: Handler<
  ModifyAccountVpcEncryptionControlCommandInput,
  Answer<ModifyAccountVpcEncryptionControlCommandOutput>
> = ({ regionWorld, clock }, input) => {
  const { accountEncryption: before } = regionWorld.controls;
  const mode = input.Mode ?? before.Mode ?? "unmanaged";
  if (!MODES.includes(mode)) {
    throw new AwsError("InvalidParameterValue", `Value (${mode}) for parameter mode is invalid.`);
  }
  const exclusions: AccountVpcEncryptionControlExclusions = { ...before.Exclusions };
  for (const name of ENCRYPTION_RESOURCES) {
    const asked = input[name];
    if (asked !== undefined) exclusions[name] = asked === "enable" ? "enabled" : "disabled";
  }
  regionWorld.controls.accountEncryption = {
    ...before,
    Mode: mode,
    Exclusions: exclusions,
    State: "transitions-successful",
    LastUpdateTimestamp: new Date(clock.now()),
  };
  return { AccountVpcEncryptionControl: regionWorld.controls.accountEncryption };
};
