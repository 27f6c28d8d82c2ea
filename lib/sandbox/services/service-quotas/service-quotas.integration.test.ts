import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ListAWSDefaultServiceQuotasCommand,
  ListServicesCommand,
  paginateListServiceQuotas,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const INTERFACES = { ServiceCode: "lambda", QuotaCode: "L-9FEE3D26" };

let sandbox: TestSandbox;
let quotas: ServiceQuotasClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  quotas = new ServiceQuotasClient(sandbox.clientConfig("readOnly"));
});
afterEach(() => sandbox.control("DELETE", "faults"));
afterAll(() => sandbox.close());

describe("Service Quotas, through the real SDK", () => {
  it("gives the quota in force, and AWS's own", async () => {
    const { Quota } = await quotas.send(new GetServiceQuotaCommand(INTERFACES));
    expect(Quota).toMatchObject({
      QuotaName: "Elastic network interfaces per VPC",
      QuotaArn: "arn:aws:servicequotas:eu-west-1:123456789012:lambda/L-9FEE3D26",
      Value: 500,
      Adjustable: true,
    });
    await sandbox.control("POST", "faults", { kind: "eni-quota", vpcId: "vpc-1", limit: 7 });
    expect((await quotas.send(new GetServiceQuotaCommand(INTERFACES))).Quota?.Value).toBe(7);
    const usual = await quotas.send(new GetAWSDefaultServiceQuotaCommand(INTERFACES));
    expect(usual.Quota).toMatchObject({
      Value: 500,
      QuotaArn: "arn:aws:servicequotas:eu-west-1::lambda/L-9FEE3D26",
    });
  });

  it("lists by pages", async () => {
    const codes: (string | undefined)[] = [];
    for await (const page of paginateListServiceQuotas(
      { client: quotas, pageSize: 5 },
      { ServiceCode: "vpc" },
    )) {
      codes.push(...(page.Quotas ?? []).map((quota) => quota.QuotaCode));
    }
    expect(codes).toContain("L-DF5E4CA3");
    const { Quotas } = await quotas.send(new ListAWSDefaultServiceQuotasCommand({ ServiceCode: "vpc" }));
    expect(Quotas?.map((quota) => quota.QuotaCode)).toEqual(codes);
    const { Services } = await quotas.send(new ListServicesCommand({}));
    expect(Services?.map((service) => service.ServiceCode)).toEqual(["ec2", "lambda", "vpc"]);
  });

  it("knows no other service and no other quota", async () => {
    await expect(
      quotas.send(new GetServiceQuotaCommand({ ...INTERFACES, QuotaCode: "L-00000000" })),
    ).rejects.toMatchObject({ name: "NoSuchResourceException", $metadata: { httpStatusCode: 400 } });
    await expect(
      quotas.send(new GetServiceQuotaCommand({ ...INTERFACES, ServiceCode: "moon" })),
    ).rejects.toMatchObject({ name: "NoSuchResourceException" });
    await expect(quotas.send(new ListServicesCommand({ MaxResults: 101 }))).rejects.toMatchObject({
      name: "IllegalArgumentException",
    });
  });

  it("words general errors as JSON services do", async () => {
    await sandbox.control("POST", "faults", { kind: "throttle", operation: "servicequotas:*", rate: 1 });
    await expect(quotas.send(new GetServiceQuotaCommand(INTERFACES))).rejects.toMatchObject({
      name: "ThrottlingException",
      message: "Rate exceeded",
    });
    await sandbox.control("DELETE", "faults");
    const post = (target: string, body: string) =>
      fetch(sandbox.url, {
        method: "POST",
        headers: {
          "x-amz-target": target,
          ...signedHeaders({ service: "servicequotas" }),
        },
        body,
      });
    const typeOf = async (response: Promise<Response>) =>
      ((await (await response).json()) as { __type: string }).__type;
    expect(await typeOf(post("ServiceQuotasV20190624.Nothing", "{}"))).toBe("UnknownOperationException");
    expect(await typeOf(post("ServiceQuotasV20190624.GetServiceQuota", "{"))).toBe("SerializationException");
    expect(await typeOf(post("ServiceQuotasV20190624.GetServiceQuota", "{}"))).toBe("ValidationException");
    expect(await typeOf(post("ServiceQuotasV20190624.GetServiceQuota", '{"ServiceCode":7}'))).toBe(
      "SerializationException",
    );
  });
});
