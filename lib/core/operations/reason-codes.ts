import type { LastUpdateStatusReasonCode, StateReasonCode } from "@aws-sdk/client-lambda";

/** What a reason code says about the world: `cause` is a whole sentence in plain words, `nextStep` what to do about it. */
export interface ReasonCodeText {
  cause: string;
  /** Null where only waiting helps. */
  nextStep: string | null;
}

type KnownReasonCode = StateReasonCode | LastUpdateStatusReasonCode;

const interfaceRights =
  "Give the execution role the AWSLambdaVPCAccessExecutionRole policy (six ec2 actions on *), then try again.";
const kmsKey = "Check the key in KMS and the function's environment encryption, then try again.";
const fileSystem =
  "Check the mount targets, their security groups (TCP 2049) and the access point, then try again.";
const ownCode = "Look at the function's log for the initialisation error, correct it and deploy again.";
const image = "Check that the image exists, that its tag was not replaced, and that Lambda may pull it.";

/**
 * Every `StateReasonCode` and `LastUpdateStatusReasonCode` of Lambda's API. The causes of codes that AWS does not
 * describe are read from their names.
 */
const reasonCodes: Record<KnownReasonCode, ReasonCodeText> = {
  Creating: { cause: "Lambda is preparing the function's resources.", nextStep: null },
  Idle: {
    cause: "Nobody invoked the function for about 14 days, so AWS took back its network interfaces.",
    nextStep:
      "Invoke it once: that call fails and wakes the function, which is ready again after a minute or so.",
  },
  Restoring: {
    cause: "The function was idle and Lambda is building its network interfaces again.",
    nextStep: null,
  },
  DrainingDurableExecutions: {
    cause: "The function is being deleted and waits for its durable executions to end.",
    nextStep: null,
  },
  EniLimitExceeded: {
    cause: "The VPC holds as many Lambda network interfaces as its quota allows (500 unless raised).",
    nextStep:
      "Let functions share subnets and security groups, release unused interfaces, or raise the quota in Service Quotas.",
  },
  SubnetOutOfIPAddresses: {
    cause: "A chosen subnet has no free address left for a network interface.",
    nextStep: "Choose a subnet with free addresses, or release some in this one, then try again.",
  },
  InvalidSubnet: {
    cause: "A chosen subnet does not exist any more or cannot be used by Lambda.",
    nextStep: "Choose subnets that exist, in Availability Zones where Lambda runs.",
  },
  InvalidSecurityGroup: {
    cause: "A chosen security group does not exist any more or belongs to another VPC.",
    nextStep: "Choose security groups of the subnets' VPC.",
  },
  InsufficientRolePermissions: {
    cause: "The execution role may not manage network interfaces.",
    nextStep: interfaceRights,
  },
  EC2RequestLimitExceeded: {
    cause: "EC2 refused Lambda's calls for this account because there were too many.",
    nextStep: "Wait a few minutes and try again; change fewer functions at once.",
  },
  DisallowedByVpcEncryptionControl: {
    cause: "The VPC enforces encryption in transit and does not allow this function's interfaces.",
    nextStep: "Exclude Lambda in the VPC's encryption control, or choose another VPC.",
  },
  InternalError: {
    cause: "Something failed inside AWS.",
    nextStep: "Try again; if it stays, look at the AWS Health page.",
  },
  InvalidConfiguration: {
    cause: "Lambda found the configuration not valid once it tried to use it.",
    nextStep: "Read AWS's reason, correct the setting it names, then try again.",
  },
  DependencyError: {
    cause: "A service that Lambda depends on failed.",
    nextStep: "Try again in a few minutes.",
  },
  ServiceQuotaExceededException: {
    cause: "A service quota of the account is used up.",
    nextStep: "See which quota AWS's reason names and raise it in Service Quotas.",
  },
  KMSKeyAccessDenied: { cause: "Lambda may not use the function's KMS key.", nextStep: kmsKey },
  KMSKeyNotFound: { cause: "The function's KMS key does not exist.", nextStep: kmsKey },
  DisabledKMSKey: { cause: "The function's KMS key is disabled.", nextStep: kmsKey },
  InvalidStateKMSKey: { cause: "The function's KMS key is not in a usable state.", nextStep: kmsKey },
  ImageDeleted: { cause: "The container image was deleted from the registry.", nextStep: image },
  ImageAccessDenied: { cause: "Lambda may not pull the container image.", nextStep: image },
  InvalidImage: { cause: "The container image cannot be used by Lambda.", nextStep: image },
  InvalidRuntime: {
    cause: "The runtime is not supported.",
    nextStep: "Choose a runtime that Lambda supports.",
  },
  InvalidZipFileException: {
    cause: "Lambda could not unpack the zip file.",
    nextStep: "Build the zip again and deploy it.",
  },
  EFSIOError: { cause: "Reading or writing the file system failed.", nextStep: fileSystem },
  EFSMountConnectivityError: {
    cause: "The function's network cannot reach the file system.",
    nextStep: fileSystem,
  },
  EFSMountFailure: { cause: "The file system refused to be mounted.", nextStep: fileSystem },
  EFSMountTimeout: { cause: "The file system took too long to mount.", nextStep: fileSystem },
  FunctionError: { cause: "The function's own code failed while it started.", nextStep: ownCode },
  "FunctionError.InitTimeout": { cause: "The function's start took too long.", nextStep: ownCode },
  "FunctionError.RuntimeInitError": { cause: "The runtime failed to start.", nextStep: ownCode },
  "FunctionError.ExtensionInitError": { cause: "An extension failed to start.", nextStep: ownCode },
  "FunctionError.InvalidEntryPoint": { cause: "The image's entry point cannot be run.", nextStep: ownCode },
  "FunctionError.InvalidWorkingDirectory": {
    cause: "The image's working directory does not exist.",
    nextStep: ownCode,
  },
  "FunctionError.PermissionDenied": {
    cause: "A file that the function starts is not executable.",
    nextStep: ownCode,
  },
  "FunctionError.TooManyExtensions": {
    cause: "The function has more extensions than Lambda allows.",
    nextStep: ownCode,
  },
  "FunctionError.InitResourceExhausted": {
    cause: "The function ran out of memory while it started.",
    nextStep: ownCode,
  },
  VcpuLimitExceeded: {
    cause: "The account's limit of vCPUs for the capacity provider is used up.",
    nextStep: "Raise the vCPU quota or lower the capacity provider's demand.",
  },
  CapacityProviderScalingLimitExceeded: {
    cause: "The capacity provider has reached the limit set for it.",
    nextStep: "Raise the capacity provider's scaling limit.",
  },
  InsufficientCapacity: {
    cause: "AWS has no capacity of the wanted kind in these zones at the moment.",
    nextStep: "Try again later or add zones.",
  },
};

function isKnown(code: string): code is KnownReasonCode {
  return Object.hasOwn(reasonCodes, code);
}

/** The text of a reason code; undefined for one that Lambda added since. */
export function findReasonCode(code: string): ReasonCodeText | undefined {
  return isKnown(code) ? reasonCodes[code] : undefined;
}

/** For tests and the reference page: every code there is a text for. */
export const knownReasonCodes: readonly string[] = Object.keys(reasonCodes);
