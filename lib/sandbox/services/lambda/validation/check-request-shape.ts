import type { CreateFunctionRequest, UpdateFunctionConfigurationRequest } from "@aws-sdk/client-lambda";
import { shapeCheck, type ShapeCheck } from "./shape-check";

const ROLE_PATTERN = String.raw`arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+`;
const ID_LENGTH = 1024;

/** Limits of the Lambda API's model and of Lambda's quotas for standard functions. */
const LIMITS = {
  functionName: { min: 1, max: 64 },
  timeout: { min: 1, max: 900 },
  memorySize: { min: 128, max: 10_240 },
  ephemeralStorage: { min: 512, max: 10_240 },
  description: { min: 0, max: 256 },
  handler: { min: 0, max: 128 },
  subnetIds: { min: 0, max: 16 },
  securityGroupIds: { min: 0, max: 5 },
  architectures: { min: 1, max: 1 },
};

/** Everything that can be wrong in a CreateFunction request by itself. Throws one ValidationException naming all of it. */
export function checkCreateShape(input: CreateFunctionRequest, functionName: string): void {
  const check = shapeCheck();
  check.length("functionName", functionName, LIMITS.functionName);
  check.required("role", input.Role);
  check.required("code", input.Code);
  check.length("architectures", input.Architectures, LIMITS.architectures);
  check.members(
    "architectures",
    input.Architectures ?? [],
    (value) => value === "x86_64" || value === "arm64",
    "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
  );
  check.oneOf("packageType", input.PackageType, ["Image", "Zip"]);
  checkSharedMembers(check, input);
  check.throwIfViolated();
}

/** The same for UpdateFunctionConfiguration. */
export function checkUpdateShape(input: UpdateFunctionConfigurationRequest): void {
  const check = shapeCheck();
  checkSharedMembers(check, input);
  check.throwIfViolated();
}

type SharedMembers = Pick<
  UpdateFunctionConfigurationRequest,
  "Role" | "Timeout" | "MemorySize" | "Description" | "Handler" | "EphemeralStorage" | "VpcConfig"
>;

function checkSharedMembers(check: ShapeCheck, input: SharedMembers): void {
  check.pattern("role", input.Role, ROLE_PATTERN);
  check.range("timeout", input.Timeout, LIMITS.timeout);
  check.range("memorySize", input.MemorySize, LIMITS.memorySize);
  check.range("ephemeralStorage.size", input.EphemeralStorage?.Size, LIMITS.ephemeralStorage);
  check.length("description", input.Description, LIMITS.description);
  check.length("handler", input.Handler, LIMITS.handler);
  const { SubnetIds: subnetIds = [], SecurityGroupIds: securityGroupIds = [] } = input.VpcConfig ?? {};
  check.length("vpcConfig.subnetIds", subnetIds, LIMITS.subnetIds);
  checkIds(check, "vpcConfig.subnetIds", subnetIds, "subnet-[0-9a-z]*");
  check.length("vpcConfig.securityGroupIds", securityGroupIds, LIMITS.securityGroupIds);
  checkIds(check, "vpcConfig.securityGroupIds", securityGroupIds, "sg-[0-9a-zA-Z]*");
}

function checkIds(check: ShapeCheck, member: string, ids: readonly string[], pattern: string): void {
  const expression = new RegExp(`^(?:${pattern})$`);
  check.members(
    member,
    ids,
    (id) => id.length <= ID_LENGTH && expression.test(id),
    `Member must satisfy constraint: [Member must have length less than or equal to ${ID_LENGTH}, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: ${pattern}]`,
  );
}
