import { describe, expect, it } from "vitest";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { aLambdaInterface, aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";
import { connectionId } from "./connection-id";
import { findFunctions } from "./find-functions";
import { functionsOfInterface, sharerName } from "./functions-of-interface";
import { interfacesOfConnection } from "./interfaces-of-connection";
import { isLambdaInterface } from "./lambda-interface";

const attachment = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  securityGroupIds: ["sg-1"],
  ipv6AllowedForDualStack: false,
};

describe("connectionId", () => {
  it("is the same for the same sets, in whatever order and VPC spelling", () => {
    const same = { ...attachment, vpcId: "", subnetIds: ["subnet-2", "subnet-1"] };
    expect(connectionId(same)).toBe(connectionId(attachment));
  });

  it("never changes between releases: links and stored plans name it", () => {
    expect(connectionId(attachment)).toBe("conn-03c697a32e1e4ce7");
  });

  it.each([
    { ...attachment, subnetIds: ["subnet-1"] },
    { ...attachment, securityGroupIds: ["sg-2"] },
    { ...attachment, ipv6AllowedForDualStack: true },
  ])("differs for %j", (other) => {
    expect(connectionId(other)).not.toBe(connectionId(attachment));
  });
});

describe("isLambdaInterface", () => {
  it("knows today's type and the older description", () => {
    expect(isLambdaInterface({ InterfaceType: "lambda" })).toBe(true);
    expect(isLambdaInterface({ InterfaceType: "interface", Description: "AWS Lambda VPC ENI: 0f4e" })).toBe(
      true,
    );
    expect(isLambdaInterface({ InterfaceType: "interface", Description: "Primary" })).toBe(false);
    expect(isLambdaInterface({})).toBe(false);
  });
});

describe("interfaces and their functions", () => {
  const vpcConfig = { SubnetIds: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-b", "sg-a"] };
  const groups = [{ GroupId: "sg-b" }, { GroupId: "sg-a" }];
  const mine = aLambdaInterface({ NetworkInterfaceId: "eni-mine", Groups: groups });
  const legacy = aNetworkInterface({
    NetworkInterfaceId: "eni-legacy",
    SubnetId: "subnet-2",
    Description: "AWS Lambda VPC ENI: 0f4e",
    Groups: [...groups].reverse(),
  });
  const network = buildNetwork({
    captures: [
      aFullCapture({
        Functions: [
          aFunction({ VpcConfig: vpcConfig }),
          aFunction({ FunctionName: "billing", VpcConfig: { ...vpcConfig, Ipv6AllowedForDualStack: true } }),
          aFunction({ FunctionArn: `${functionArn("orders")}:3`, Version: "3", VpcConfig: vpcConfig }),
          aFunction({ FunctionName: "other" }),
        ],
        NetworkInterfaces: [
          mine,
          legacy,
          aLambdaInterface({ NetworkInterfaceId: "eni-other" }),
          aNetworkInterface({ NetworkInterfaceId: "eni-server", Groups: groups }),
        ],
      }),
    ],
  });

  it("belong together by subnet and set of groups, whatever the description says", () => {
    const found = interfacesOfConnection(network, {
      subnetIds: ["subnet-1", "subnet-2"],
      securityGroupIds: ["sg-a", "sg-b"],
    });
    expect(found.map(({ resource }) => resource.NetworkInterfaceId)).toEqual(["eni-mine", "eni-legacy"]);
    expect(interfacesOfConnection(network, { subnetIds: ["subnet-9"], securityGroupIds: [] })).toEqual([]);
  });

  it("are shared by functions and published versions, with and without IPv6", () => {
    const { functions, versions } = functionsOfInterface(network, mine);
    expect(functions.map(sharerName)).toEqual(["orders", "billing"]);
    expect(versions.map(sharerName)).toEqual(["orders:3"]);
  });

  it("say nothing of interfaces that are not Lambda's or have no subnet", () => {
    const nobody = { functions: [], versions: [] };
    expect(functionsOfInterface(network, aNetworkInterface({ Groups: groups }))).toEqual(nobody);
    expect(functionsOfInterface(network, aLambdaInterface({ SubnetId: undefined }))).toEqual(nobody);
    expect(
      functionsOfInterface(network, aLambdaInterface({ SubnetId: "subnet-9", Groups: undefined })),
    ).toEqual(nobody);
    expect(functionsOfInterface(network, aLambdaInterface({ Groups: [{}] }))).toEqual(nobody);
  });

  it("name a function that was read without a version by its name", () => {
    const [only] = findFunctions(network, "other");
    expect(only && sharerName({ ...only, resource: {} })).toBe("other");
  });
});

describe("findFunctions", () => {
  const here = functionArn("orders", "111122223333", "eu-west-1");
  const elsewhere = functionArn("orders", "111122223333", "us-east-1");
  const foreign = functionArn("orders", "444455556666", "eu-west-1");
  const network = buildNetwork({
    captures: [
      aFullCapture({
        Functions: [here, elsewhere, foreign].map((FunctionArn) => aFunction({ FunctionArn })),
      }),
    ],
  });

  it.each([
    ["orders", [here, elsewhere, foreign]],
    ["orders:3", [here, elsewhere, foreign]],
    ["function:orders", [here, elsewhere, foreign]],
    ["444455556666:function:orders", [foreign]],
    ["us-east-1:111122223333:function:orders", [elsewhere]],
    [here, [here]],
    [`${here}:$LATEST`, [here]],
    ["arn:aws:lambda:us-east-1:111122223333:function:orders:live", [elsewhere]],
    ["nothing", []],
    ["orders:3:4:5", []],
    ["", []],
  ])("understands %j", (name, arns) => {
    expect(findFunctions(network, name).map(({ arn }) => arn)).toEqual(arns);
  });
});
