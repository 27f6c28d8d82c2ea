import type {
  ModifyVpcEncryptionControlCommandInput,
  Tag,
  Vpc,
  VpcEncryptionControl,
  VpcEncryptionControlExclusions,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { HandlerContext } from "../../../../handler";
import { scheduleInRegion } from "../../requests/schedule-in-region";
import { ENCRYPTION_RESOURCES, EXCLUSIONS } from "./encryption-resources";

/** AWS says no more than that it takes minutes. */
const TRANSITION_MS = 60_000;

type Configuration = Omit<ModifyVpcEncryptionControlCommandInput, "VpcEncryptionControlId">;

/** Throws AwsError for a mode that does not exist, and for exclusions outside of enforce mode. */
export function checkConfiguration(configuration: Configuration, present: string | undefined): void {
  // The wire carries any text, whatever the SDK's type says.
  const mode: string | undefined = configuration.Mode ?? present;
  if (mode !== "monitor" && mode !== "enforce") {
    throw new AwsError("InvalidParameterValue", `Value (${mode ?? ""}) for parameter mode is invalid.`);
  }
  const excluded = ENCRYPTION_RESOURCES.some((name) => configuration[EXCLUSIONS[name]] === "enable");
  if (mode === "monitor" && excluded) {
    throw new AwsError("InvalidParameterCombination", "Exclusions can be enabled in enforce mode only.");
  }
}

/** The exclusions after a request: those that it does not name stay. */
function nextExclusions(
  control: VpcEncryptionControl,
  configuration: Configuration,
): VpcEncryptionControlExclusions {
  return Object.fromEntries(
    ENCRYPTION_RESOURCES.map((name) => {
      const before = control.ResourceExclusions?.[name]?.State ?? "disabled";
      const asked = configuration[EXCLUSIONS[name]];
      if (asked === undefined) return [name, { State: before }];
      const isOn = before === "enabled" || before === "enabling";
      if (isOn === (asked === "enable")) return [name, { State: before }];
      return [name, { State: asked === "enable" ? "enabling" : "disabling" }];
    }),
  );
}

/** Begins to change a VPC's encryption control. */
export function changeEncryption(
  context: HandlerContext,
  control: VpcEncryptionControl,
  configuration: Configuration,
): void {
  const mode = configuration.Mode ?? control.Mode;
  control.ResourceExclusions = nextExclusions(control, configuration);
  control.State = mode === "enforce" ? "enforce-in-progress" : "monitor-in-progress";
  delete control.StateMessage;
  scheduleInRegion(context, {
    kind: "vpc-encryption-settled",
    subject: control.VpcId ?? "",
    data: { mode: mode ?? "monitor" },
    afterMs: TRANSITION_MS,
  });
}

/** Gives a VPC an encryption control: at first it only monitors. */
export function addEncryptionControl(context: HandlerContext, vpc: Vpc, tags: Tag[]): VpcEncryptionControl {
  const control: VpcEncryptionControl = {
    VpcId: vpc.VpcId,
    VpcEncryptionControlId: context.ids.id("vpcec"),
    Mode: "monitor",
    State: "creating",
    Tags: tags,
  };
  control.ResourceExclusions = nextExclusions(control, {});
  vpc.EncryptionControl = control;
  scheduleInRegion(context, {
    kind: "vpc-encryption-settled",
    subject: vpc.VpcId ?? "",
    data: { mode: "monitor" },
    afterMs: TRANSITION_MS,
  });
  return control;
}

/** Gives a VPC that is being made the encryption control that its request asks for. */
export function configureEncryption(context: HandlerContext, vpc: Vpc, configuration: Configuration): void {
  const control = addEncryptionControl(context, vpc, []);
  if (configuration.Mode === "enforce") changeEncryption(context, control, configuration);
}
