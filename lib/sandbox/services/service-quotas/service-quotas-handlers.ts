import type {
  GetAWSDefaultServiceQuotaRequest,
  GetAWSDefaultServiceQuotaResponse,
  GetServiceQuotaRequest,
  GetServiceQuotaResponse,
  ListAWSDefaultServiceQuotasRequest,
  ListAWSDefaultServiceQuotasResponse,
  ListServiceQuotasRequest,
  ListServiceQuotasResponse,
  ListServicesRequest,
  ListServicesResponse,
  ServiceQuota,
} from "@aws-sdk/client-service-quotas";
import { AwsError } from "../../aws-error";
import type { Handler, HandlerContext, HandlerTable } from "../../handler";
import { paginateByToken } from "../paginate-by-token";
import { QUOTAS, SERVICE_NAMES, type QuotaRow } from "./quota-table";

/** Lambda's interfaces per VPC, which a fault can make scarce. */
const INTERFACES_PER_VPC = "L-9FEE3D26";

/** `1 to 100` results, a hundred without a number. */
const PAGE = { max: 100, usual: 100, invalidCode: "IllegalArgumentException" };

function noSuchResource(what: string): AwsError {
  return new AwsError(
    "NoSuchResourceException",
    `The request failed because the specified ${what} does not exist.`,
  );
}

function quotasOf(serviceCode: string | undefined): QuotaRow[] {
  if (SERVICE_NAMES[serviceCode ?? ""] === undefined) throw noSuchResource("service");
  return QUOTAS.filter((row) => row.serviceCode === serviceCode);
}

function getRow(input: { ServiceCode: string | undefined; QuotaCode: string | undefined }): QuotaRow {
  const row = quotasOf(input.ServiceCode).find((candidate) => candidate.quotaCode === input.QuotaCode);
  if (row === undefined) throw noSuchResource("quota");
  return row;
}

function toQuota(context: HandlerContext, row: QuotaRow, isDefault: boolean): ServiceQuota {
  const limits = context.world.faults.flatMap((fault) =>
    fault.kind === "eni-quota" && row.quotaCode === INTERFACES_PER_VPC && !isDefault ? [fault.limit] : [],
  );
  return {
    ServiceCode: row.serviceCode,
    ServiceName: SERVICE_NAMES[row.serviceCode] ?? "",
    QuotaArn: `arn:aws:servicequotas:${context.region}:${isDefault ? "" : context.accountId}:${row.serviceCode}/${row.quotaCode}`,
    QuotaCode: row.quotaCode,
    QuotaName: row.quotaName,
    Value: Math.min(row.value, ...limits),
    Unit: "None",
    Adjustable: row.adjustable,
    GlobalQuota: false,
    QuotaAppliedAtLevel: "ACCOUNT",
  };
}

/** The value in force for the account. */
const getServiceQuota: Handler<GetServiceQuotaRequest, GetServiceQuotaResponse> = (context, input) => ({
  Quota: toQuota(context, getRow(input), false),
});

/** The value that AWS begins with. */
const getAwsDefaultServiceQuota: Handler<
  GetAWSDefaultServiceQuotaRequest,
  GetAWSDefaultServiceQuotaResponse
> = (context, input) => ({ Quota: toQuota(context, getRow(input), true) });

/** The values in force of one service, or one of them. */
const listServiceQuotas: Handler<ListServiceQuotasRequest, ListServiceQuotasResponse> = (context, input) => {
  const rows = quotasOf(input.ServiceCode).filter(
    (row) => input.QuotaCode === undefined || row.quotaCode === input.QuotaCode,
  );
  const { items, NextToken } = paginateByToken(rows, input, PAGE);
  return { Quotas: items.map((row) => toQuota(context, row, false)), NextToken };
};

/** AWS's values of one service. */
const listAwsDefaultServiceQuotas: Handler<
  ListAWSDefaultServiceQuotasRequest,
  ListAWSDefaultServiceQuotasResponse
> = (context, input) => {
  const { items, NextToken } = paginateByToken(quotasOf(input.ServiceCode), input, PAGE);
  return { Quotas: items.map((row) => toQuota(context, row, true)), NextToken };
};

/** The services whose quotas the sandbox knows. */
const listServices: Handler<ListServicesRequest, ListServicesResponse> = (_context, input) => {
  const services = Object.entries(SERVICE_NAMES).map(([ServiceCode, ServiceName]) => ({
    ServiceCode,
    ServiceName,
  }));
  const { items, NextToken } = paginateByToken(services, input, PAGE);
  return { Services: items, NextToken };
};

/** The Service Quotas operations that the sandbox knows. */
export const serviceQuotasHandlers = {
  GetAWSDefaultServiceQuota: getAwsDefaultServiceQuota,
  GetServiceQuota: getServiceQuota,
  ListAWSDefaultServiceQuotas: listAwsDefaultServiceQuotas,
  ListServiceQuotas: listServiceQuotas,
  ListServices: listServices,
} satisfies HandlerTable;
