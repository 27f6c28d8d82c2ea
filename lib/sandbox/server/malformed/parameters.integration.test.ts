import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { PROTOCOLS, readError, send, type SpokenProtocol } from "./protocols.test-builder";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

function spoken(name: string): SpokenProtocol {
  const found = PROTOCOLS.find((protocol) => protocol.name.startsWith(name));
  if (found === undefined) throw new Error(`No protocol ${name}.`);
  return found;
}

const ec2 = spoken("ec2");
const iam = spoken("iam");
const lambda = spoken("lambda");
const quotas = spoken("servicequotas");

const post = (protocol: SpokenProtocol, body: string, headers: Readonly<Record<string, string>> = {}) =>
  send(sandbox.url, protocol, { body, headers });
const refusal = async (protocol: SpokenProtocol, body: string, headers?: Readonly<Record<string, string>>) =>
  readError(await post(protocol, body, headers), protocol.style);
const vpcs = (parameters: string) => `Action=DescribeVpcs&Version=2016-11-15&${parameters}`;
const tagRole = (parameters: string) =>
  `Action=TagRole&Version=2010-05-08&RoleName=lambda-vpc-role&${parameters}`;

afterEach(async () => {
  expect((await send(sandbox.url, ec2)).status).toBe(200);
  expect(sandbox.logs.filter((line) => line.includes("failed"))).toEqual([]);
});

describe("EC2's parameters", () => {
  it.each([
    ["text for a number", "MaxResults=many", "InvalidParameterValue"],
    ["text for a boolean", "DryRun=perhaps", "InvalidParameterValue"],
    ["a structure for text", "NextToken.Name=x", "UnknownParameter"],
    ["a list for a number", "MaxResults.1=5", "UnknownParameter"],
    ["text for a list", "VpcId=vpc-1", "UnknownParameter"],
    ["text for a list's structure", "Filter.1=x", "UnknownParameter"],
    ["a negative place in a list", "VpcId.-1=vpc-1", "UnknownParameter"],
    ["a place beyond every list", "VpcId.99999999999999999999=vpc-1", "UnknownParameter"],
    ["a list that asks for itself", "Filter.1.Value.1.Value.1=x", "UnknownParameter"],
    ["a member of a prototype", "__proto__.x=1", "UnknownParameter"],
  ])("%s is refused", async (_what, parameters, code) => {
    expect(await refusal(ec2, vpcs(parameters))).toMatchObject({ status: 400, code });
  });

  it("are a list in the order of their numbers, whatever the order they are sent in and the gaps", async () => {
    const error = await refusal(
      ec2,
      vpcs("VpcId.700000000=vpc-00000003&VpcId.2=vpc-00000002&VpcId.1=vpc-00000001"),
    );
    // The first one that is not found is named.
    expect(error).toMatchObject({
      code: "InvalidVpcID.NotFound",
      message: "The vpc ID 'vpc-00000001' does not exist",
    });
  });

  it("count once each: the last one of a name holds", async () => {
    expect((await post(ec2, vpcs("MaxResults=many&MaxResults=5"))).status).toBe(200);
    expect((await refusal(ec2, vpcs("MaxResults=5&MaxResults=many"))).code).toBe("InvalidParameterValue");
    expect((await refusal(ec2, `${vpcs("")}&Action=Dance`)).code).toBe("InvalidAction");
    expect((await refusal(ec2, `${vpcs("")}&Version=1999-01-01`)).code).toBe("NoSuchVersion");
  });

  it("may be text of any bytes, which is then not found", async () => {
    for (const value of ["%00", "%FF%FE", "%F0%9F%92%A5", "%ZZ", "%"]) {
      const { code } = await refusal(ec2, vpcs(`VpcId.1=${value}`));
      expect(code).toMatch(/^InvalidVpcI[Dd]\.(Malformed|NotFound)$/);
    }
  });
});

describe("IAM's parameters", () => {
  it.each([
    [
      "a list for text",
      "Tags.member.1.Key.member.1=x&Tags.member.1.Value=y",
      "Start of list found where not expected",
    ],
    [
      "a structure for text",
      "Tags.member.1.Key.Name=x&Tags.member.1.Value=y",
      "Start of structure or map found where not expected.",
    ],
    ["text for a list", "Tags=x", "Unexpected value found where a list, map or structure was expected."],
    [
      "a negative place in a list",
      "Tags.member.-1.Key=x",
      "Start of structure or map found where not expected.",
    ],
  ])("%s is refused", async (_what, parameters, message) => {
    expect(await refusal(iam, tagRole(parameters))).toEqual({ status: 400, code: "MalformedInput", message });
  });

  it("are a list in the order of their numbers, the last one of a name holding", async () => {
    const tags =
      "Tags.member.9.Key=b&Tags.member.9.Value=2&Tags.member.3.Key=x&Tags.member.3.Key=a&Tags.member.3.Value=1";
    expect((await post(iam, tagRole(tags))).status).toBe(200);
    const list = await post(iam, "Action=ListRoleTags&Version=2010-05-08&RoleName=lambda-vpc-role");
    expect(await list.text()).toMatch(/<Key>a<\/Key><Value>1<\/Value>.*<Key>b<\/Key><Value>2<\/Value>/);
  });

  it("may hold a policy as deep as a policy is long, which is malformed", async () => {
    for (const depth of [3000, 10_000]) {
      const text = `{"Version":"2012-10-17","Statement":${"[".repeat(depth)}${"]".repeat(depth)}}`;
      const body = new URLSearchParams({
        Action: "CreatePolicy",
        Version: "2010-05-08",
        PolicyName: "deep",
        PolicyDocument: text,
      });
      const { code } = await refusal(iam, body.toString());
      expect(["MalformedPolicyDocument", "LimitExceeded"]).toContain(code);
    }
  });
});

describe("members in JSON", () => {
  const create = (json: string) => refusal(lambda, json);

  it.each([
    ["a number for text", '{"FunctionName":7}', "NUMBER_VALUE can not be converted to a String"],
    ["text for a number", '{"Timeout":"3"}', "STRING_VALUE can not be converted to an Integer"],
    ["text for a boolean", '{"Publish":"yes"}', "STRING_VALUE can not be converted to a Boolean"],
    ["a list for a structure", '{"VpcConfig":[]}', "START_ARRAY can not be converted to a structure"],
    ["a structure for a list", '{"Layers":{}}', "START_OBJECT can not be converted to a list"],
    ["text for a map", '{"Tags":"a"}', "STRING_VALUE can not be converted to a map"],
    ["a structure for text in a map", '{"Tags":{"a":{}}}', "START_OBJECT can not be converted to a String"],
    ["a list for the whole", "[]", "START_ARRAY can not be converted to a structure"],
  ])("%s is refused", async (_what, body, message) => {
    expect(await create(body)).toEqual({ status: 400, code: "SerializationException", message });
  });

  it("count once each: the last one of a name holds", async () => {
    const target = { "x-amz-target": "ServiceQuotasV20190624.GetServiceQuota" };
    const quota = (codes: string) => post(quotas, `{"ServiceCode":"vpc",${codes}}`, target);
    expect((await quota('"QuotaCode":7,"QuotaCode":"L-F678F1CE"')).status).toBe(200);
    expect((await quota('"QuotaCode":"L-F678F1CE","QuotaCode":7')).status).toBe(400);
  });

  it("may be deep where no member is: what nobody knows is dropped", async () => {
    const deep = `${'{"Environment":'.repeat(10_000)}1${"}".repeat(10_000)}`;
    expect((await create(deep)).code).toBe("ValidationException");
    const member = `{"Environment":{"Variables":{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}}}`;
    expect((await create(member)).code).toBe("SerializationException");
  });
});
