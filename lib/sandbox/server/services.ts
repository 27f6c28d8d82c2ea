import * as cloudWatch from "@aws-sdk/client-cloudwatch";
import * as ec2 from "@aws-sdk/client-ec2";
import * as elasticLoadBalancing from "@aws-sdk/client-elastic-load-balancing-v2";
import * as elasticache from "@aws-sdk/client-elasticache";
import * as iam from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";
import * as organizations from "@aws-sdk/client-organizations";
import * as rds from "@aws-sdk/client-rds";
import * as serviceQuotas from "@aws-sdk/client-service-quotas";
import * as sts from "@aws-sdk/client-sts";
import { checkMaxResults } from "../services/ec2/describe/page-bounds";
import { cloudWatchHandlers } from "../services/cloudwatch/cloudwatch-handlers";
import { ec2Handlers } from "../services/ec2/ec2-handlers";
import { ec2Settlers } from "../services/ec2/ec2-settlers";
import { elasticacheHandlers } from "../services/elasticache/elasticache-handlers";
import { elasticLoadBalancingHandlers } from "../services/elastic-load-balancing/elastic-load-balancing-handlers";
import { iamHandlers } from "../services/iam/iam-handlers";
import { lambdaHandlers } from "../services/lambda/lambda-handlers";
import { lambdaSettlers } from "../services/lambda/lambda-settlers";
import { organizationsHandlers } from "../services/organizations/organizations-handlers";
import { rdsHandlers } from "../services/rds/rds-handlers";
import { serviceQuotasHandlers } from "../services/service-quotas/service-quotas-handlers";
import { stsHandlers } from "../services/sts/sts-handlers";
import type { HandlerTable } from "../handler";
import { createJsonRpcProtocol } from "../wire/json-rpc-protocol";
import { staleRoleSettlers } from "./consistency/stale-roles";
import { createQueryProtocol } from "../wire/query-protocol";
import { createRpcCborProtocol, speaksRpcCbor } from "../wire/rpc-cbor-protocol";
import { createRestJsonProtocol } from "../wire/rest-json-protocol";
import type { Settlers } from "../world/settle-world";
import type { Service } from "./service";

/** Far above any query that a client sends, which AWS bounds by the length of its parameters. */
const QUERY_BODY_BYTES = 2 * 1024 * 1024;
/** Lambda's own bound, named in its error: a 50 MB zip in base64 and some. */
const LAMBDA_BODY_BYTES = 70_167_211;

function queryService(name: string, apiVersion: string, client: object, handlers: HandlerTable): Service {
  return {
    name,
    apiVersion,
    errorStyle: "query",
    protocol: createQueryProtocol({
      client,
      dialect: "aws",
      xmlNamespace: queryNamespace(name, apiVersion),
      apiVersion,
    }),
    handlers,
    maxBodyBytes: QUERY_BODY_BYTES,
  };
}

/** IAM's and STS's namespaces are https, the others' http: as each SDK client states it. */
function queryNamespace(name: string, apiVersion: string): string {
  const scheme = name === "iam" || name === "sts" ? "https" : "http";
  return `${scheme}://${name}.amazonaws.com/doc/${apiVersion}/`;
}

/** CloudWatch's CLI speaks CBOR, the SDK JSON, and what has been there for longer the query protocol. */
function cloudWatchServices(): Service[] {
  const shape = "GraniteServiceVersion20100801";
  const overQuery = {
    ...queryService("monitoring", "2010-08-01", cloudWatch, cloudWatchHandlers),
    actionPrefix: "cloudwatch",
  };
  return [
    {
      ...overQuery,
      target: shape,
      errorStyle: "json",
      speaks: speaksRpcCbor,
      protocol: createRpcCborProtocol({
        client: cloudWatch,
        service: shape,
        namespace: "com.amazonaws.cloudwatch",
      }),
    },
    {
      ...overQuery,
      target: shape,
      errorStyle: "json",
      speaks: (request) => request.headers["x-amz-target"] !== undefined,
      protocol: createJsonRpcProtocol({
        client: cloudWatch,
        version: "1.0",
        target: shape,
        isQueryCompatible: true,
      }),
    },
    overQuery,
  ];
}

function jsonService(name: string, target: string, client: object, handlers: HandlerTable): Service {
  return {
    name,
    target,
    errorStyle: "json",
    protocol: createJsonRpcProtocol({ client, version: "1.1", target }),
    handlers,
    maxBodyBytes: QUERY_BODY_BYTES,
  };
}

/** Every service that the sandbox has. */
export function createServices(): Service[] {
  return [
    {
      name: "ec2",
      apiVersion: "2016-11-15",
      errorStyle: "ec2",
      protocol: createQueryProtocol({
        client: ec2,
        dialect: "ec2",
        xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15/",
        apiVersion: "2016-11-15",
      }),
      handlers: ec2Handlers,
      checkInput: checkMaxResults,
      maxBodyBytes: QUERY_BODY_BYTES,
    },
    {
      name: "lambda",
      errorStyle: "lambda",
      protocol: createRestJsonProtocol(lambda),
      handlers: lambdaHandlers,
      maxBodyBytes: LAMBDA_BODY_BYTES,
    },
    queryService("iam", "2010-05-08", iam, iamHandlers),
    queryService("sts", "2011-06-15", sts, stsHandlers),
    queryService("rds", "2014-10-31", rds, rdsHandlers),
    queryService("elasticache", "2015-02-02", elasticache, elasticacheHandlers),
    queryService("elasticloadbalancing", "2015-12-01", elasticLoadBalancing, elasticLoadBalancingHandlers),
    ...cloudWatchServices(),
    jsonService("servicequotas", "ServiceQuotasV20190624", serviceQuotas, serviceQuotasHandlers),
    jsonService("organizations", "AWSOrganizationsV20161128", organizations, organizationsHandlers),
  ];
}

/** What happens by itself, of every service. */
export const sandboxSettlers: Settlers = { ...lambdaSettlers, ...ec2Settlers, ...staleRoleSettlers };
