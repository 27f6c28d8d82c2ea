import { describe, expect, it } from "vitest";
import {
  BASIC_ROLE,
  buildLambdaWorld,
  CONNECTION,
  createRequest,
  refusalOf,
  SETTLED_MS,
  UNTRUSTED_ROLE,
  VPC_ROLE,
} from "../lambda-world.test-builder";
import { createFunction } from "./create-function";

const ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

describe("createFunction", () => {
  it("answers Pending with Creating, AWS's defaults, no LastUpdateStatus and no VpcConfig", () => {
    const { context } = buildLambdaWorld();
    const answer = createFunction(context, createRequest());
    expect(answer).toMatchObject({
      FunctionName: "orders",
      FunctionArn: ARN,
      Version: "$LATEST",
      State: "Pending",
      StateReason: "The function is being created.",
      StateReasonCode: "Creating",
      Timeout: 3,
      MemorySize: 128,
      EphemeralStorage: { Size: 512 },
      Architectures: ["x86_64"],
      PackageType: "Zip",
      TracingConfig: { Mode: "PassThrough" },
      SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
      LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/orders" },
      LastModified: "2026-11-01T12:00:00.000+0000",
    });
    expect(answer).not.toHaveProperty("LastUpdateStatus");
    expect(answer).not.toHaveProperty("VpcConfig");
  });

  it("becomes Active and Successful after 5 s without a VPC, its reasons gone and its revision changed", () => {
    const { context, elapse, latest } = buildLambdaWorld();
    const answer = createFunction(context, createRequest());
    elapse(4999);
    expect(latest().State).toBe("Pending");
    elapse(1);
    expect(latest()).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
    expect(latest()).not.toHaveProperty("StateReason");
    expect(latest()).not.toHaveProperty("StateReasonCode");
    expect(latest().RevisionId).not.toBe(answer.RevisionId);
    expect(answer.State).toBe("Pending");
  });

  it("shows the derived VpcId at once, and its interfaces come one after the other, pending then in-use", () => {
    const { context, elapse, latest, lambdaInterfaces } = buildLambdaWorld();
    const answer = createFunction(context, createRequest({ VpcConfig: CONNECTION }));
    expect(answer.VpcConfig).toEqual({
      ...CONNECTION,
      VpcId: "vpc-0main",
      Ipv6AllowedForDualStack: false,
    });
    const seen = new Set<string>();
    for (let elapsed = 0; elapsed < 75_000; elapsed += 6000) {
      seen.add(
        lambdaInterfaces()
          .map((eni) => `${eni.subnetId} ${eni.status}`)
          .join(", "),
      );
      expect(latest().State).toBe("Pending");
      elapse(6000);
    }
    expect([...seen]).toEqual([
      "",
      "subnet-0a pending",
      "subnet-0a in-use",
      "subnet-0a in-use, subnet-0b pending",
      "subnet-0a in-use, subnet-0b in-use",
    ]);
    expect(latest()).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
  });

  it("is quick when another function already has the same connection, and shares its interfaces", () => {
    const { context, elapse, givenFunction, latest, lambdaInterfaces } = buildLambdaWorld();
    givenFunction({ FunctionName: "first", VpcConfig: CONNECTION });
    const before = lambdaInterfaces();
    createFunction(
      context,
      createRequest({ VpcConfig: { ...CONNECTION, SubnetIds: ["subnet-0b", "subnet-0a"] } }),
    );
    elapse(8000);
    expect(latest().State).toBe("Active");
    expect(lambdaInterfaces()).toEqual(before);
  });

  it.each([
    { fault: { kind: "no-free-addresses", subnetId: "subnet-0b" }, code: "SubnetOutOfIPAddresses" },
    { fault: { kind: "eni-quota", vpcId: "vpc-0main", limit: 1 }, code: "EniLimitExceeded" },
  ] as const)("becomes Failed with $code for good, and lets go what it had made", ({ fault, code }) => {
    const { context, world, elapse, latest, lambdaInterfaces } = buildLambdaWorld();
    world.faults.push(fault);
    createFunction(context, createRequest({ VpcConfig: CONNECTION }));
    elapse(SETTLED_MS);
    expect(latest()).toMatchObject({ State: "Failed", StateReasonCode: code });
    expect(latest().StateReason).toBeTruthy();
    expect(latest()).not.toHaveProperty("LastUpdateStatus");
    expect(lambdaInterfaces()).toHaveLength(1);
    elapse(25 * 60_000);
    expect(latest().State).toBe("Failed");
    expect(lambdaInterfaces()).toEqual([]);
  });

  it.each([
    {
      what: "the role loses its rights",
      code: "InsufficientRolePermissions",
      meanwhile: ({ context }: ReturnType<typeof buildLambdaWorld>) => {
        for (const role of context.account.roles) role.attachedPolicies = [];
      },
    },
    {
      what: "a subnet goes",
      code: "InvalidSubnet",
      meanwhile: ({ regionWorld }: ReturnType<typeof buildLambdaWorld>) => {
        regionWorld.subnets = regionWorld.subnets.filter((subnet) => subnet.SubnetId !== "subnet-0b");
      },
    },
    {
      what: "the security group goes",
      code: "InvalidSecurityGroup",
      meanwhile: ({ regionWorld }: ReturnType<typeof buildLambdaWorld>) => {
        regionWorld.securityGroups = [];
      },
    },
    {
      what: "the VPC starts to enforce encryption without an exclusion",
      code: "DisallowedByVpcEncryptionControl",
      meanwhile: ({ regionWorld }: ReturnType<typeof buildLambdaWorld>) => {
        for (const vpc of regionWorld.vpcs) vpc.EncryptionControl = { Mode: "enforce" };
      },
    },
  ])("becomes Failed with $code when $what before the interfaces are built", ({ code, meanwhile }) => {
    const lambdaWorld = buildLambdaWorld();
    createFunction(lambdaWorld.context, createRequest({ VpcConfig: CONNECTION }));
    meanwhile(lambdaWorld);
    lambdaWorld.elapse(SETTLED_MS);
    expect(lambdaWorld.latest()).toMatchObject({ State: "Failed", StateReasonCode: code });
  });

  it("with Publish answers version 1 in Pending, which settles with $LATEST", () => {
    const { context, elapse, regionWorld } = buildLambdaWorld();
    const answer = createFunction(context, createRequest({ Publish: true, VpcConfig: CONNECTION }));
    expect(answer).toMatchObject({ Version: "1", FunctionArn: `${ARN}:1`, State: "Pending" });
    elapse(SETTLED_MS);
    expect(regionWorld.functions[0]?.versions).toMatchObject([
      { Version: "$LATEST", State: "Active" },
      { Version: "1", State: "Active", LastUpdateStatus: "Successful" },
    ]);
    expect(regionWorld.networkInterfaces).toHaveLength(2);
  });

  it("takes code from S3 and container images", () => {
    const { context, regionWorld } = buildLambdaWorld();
    createFunction(context, createRequest({ Code: { S3Bucket: "code", S3Key: "orders.zip" } }));
    createFunction(context, {
      FunctionName: "image",
      Role: BASIC_ROLE,
      PackageType: "Image",
      Code: { ImageUri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1" },
    });
    expect(regionWorld.functions.map((fn) => fn.codeLocation.repositoryType)).toEqual(["S3", "ECR"]);
    expect(regionWorld.functions[1]?.versions[0]).not.toHaveProperty("Runtime");
  });
});

describe("createFunction refuses", () => {
  const { context, givenFunction } = buildLambdaWorld();
  givenFunction({ FunctionName: "taken" });

  it.each([
    [
      { FunctionName: "a:b:c:d" },
      "ValidationException",
      /^1 validation error detected: Value 'a:b:c:d' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
    ],
    [
      { FunctionName: "x".repeat(65) },
      "ValidationException",
      `1 validation error detected: Value '${"x".repeat(65)}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    ],
    [
      { Timeout: 901, MemorySize: 64 },
      "ValidationException",
      "2 validation errors detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900; Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
    ],
    [
      { Role: "admin" },
      "ValidationException",
      /^1 validation error detected: Value 'admin' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:/,
    ],
    [
      { Runtime: undefined },
      "InvalidParameterValueException",
      "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
    ],
    [
      { Code: { ZipFile: new Uint8Array() } },
      "InvalidParameterValueException",
      "Uploaded file must be a non-empty zip",
    ],
    [
      { Code: { ZipFile: new TextEncoder().encode("not a zip") } },
      "InvalidParameterValueException",
      "Could not unzip uploaded file. Please check your file, then try to upload again.",
    ],
    [{ Code: {} }, "InvalidParameterValueException", "Please provide a source for function code."],
    [
      { Environment: { Variables: { AWS_REGION: "x" } } },
      "InvalidParameterValueException",
      /Reserved keys used in this request: AWS_REGION$/,
    ],
    [
      { Role: "arn:aws:iam::123456789012:role/absent" },
      "InvalidParameterValueException",
      "The role defined for the function cannot be assumed by Lambda.",
    ],
    [
      { Role: UNTRUSTED_ROLE },
      "InvalidParameterValueException",
      "The role defined for the function cannot be assumed by Lambda.",
    ],
    [
      { Role: BASIC_ROLE, VpcConfig: CONNECTION },
      "InvalidParameterValueException",
      "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
    ],
    [{ FunctionName: "taken" }, "ResourceConflictException", "Function already exist: taken"],
  ])("%j with %s", (overrides, code, message) => {
    const refusal = refusalOf(() => createFunction(context, createRequest(overrides)));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message instanceof RegExp ? message : literally(message));
    expect(refusal.httpStatus).toBe(code === "ResourceConflictException" ? 409 : 400);
    expect(refusal.members).toEqual(code === "ValidationException" ? {} : { Type: "User" });
  });

  it("an unknown runtime, naming those that there are", () => {
    const input = { ...createRequest(), Runtime: "cobol1.x" as "nodejs22.x" };
    expect(refusalOf(() => createFunction(context, input)).message).toMatch(
      /^Value cobol1\.x at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[.*nodejs22\.x.*\] or be a valid ARN$/,
    );
  });

  it("and leaves nothing behind", () => {
    const fresh = buildLambdaWorld();
    refusalOf(() =>
      createFunction(fresh.context, createRequest({ Role: BASIC_ROLE, VpcConfig: CONNECTION })),
    );
    expect(fresh.regionWorld.functions).toEqual([]);
    expect(fresh.world.scheduled).toEqual([]);
  });

  it("not a role without EC2 rights when there is no VPC", () => {
    const fresh = buildLambdaWorld();
    expect(createFunction(fresh.context, createRequest({ Role: BASIC_ROLE })).State).toBe("Pending");
    expect(fresh.givenFunction({ FunctionName: "other", Role: VPC_ROLE }).State).toBe("Active");
  });
});

function literally(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}$`);
}
