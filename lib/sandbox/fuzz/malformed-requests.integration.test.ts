import type { NormalizedSchema } from "@smithy/core/schema";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { listOperations } from "../operations/list-operations";
import { createServices } from "../server/services";
import { memberKey } from "../wire/read-query";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Short in CI; `npm run sandbox:fuzz` for long. The seed makes every run the same. */
const RUNS = Number(process.env["MOORING_FUZZ_RUNS"] ?? 150);
const SEED = 20_261_127;

const VERSIONS: Readonly<Record<string, string>> = {
  ec2: "2016-11-15",
  iam: "2010-05-08",
  sts: "2011-06-15",
  rds: "2014-10-31",
  elasticache: "2015-02-02",
  elasticloadbalancing: "2015-12-01",
};
const operations = listOperations();
const queryOperations = operations.filter(({ service }) => Object.hasOwn(VERSIONS, service));

const oddText = fc.oneof(
  fc.constantFrom(
    "",
    "-1",
    "0",
    "99999999999999999999",
    "true",
    "null",
    "__proto__",
    "constructor",
    "10.0.0.0/99",
    "::/0",
  ),
  fc.constantFrom(
    "vpc-0",
    "subnet-zzz",
    "arn:aws:iam::1:role/x",
    "{",
    "[]",
    "%00",
    "\u0000",
    "\ud800",
    "💥",
    "x".repeat(3000),
  ),
  fc.string(),
);
const memberName = fc.constantFrom(
  "VpcId",
  "SubnetId",
  "GroupId",
  "GroupName",
  "CidrBlock",
  "Filter.1.Name",
  "Filter.1.Value.1",
  "Filter.-1.Name",
  "MaxResults",
  "NextToken",
  "DryRun",
  "TagSpecification.1.Tag.1.Key",
  "IpPermissions.1.IpRanges.1.CidrIp",
  "IpPermissions.99999999999.FromPort",
  "RoleName",
  "PolicyDocument",
  "PolicyArn",
  "UserName",
  "Marker",
  "MaxItems",
  "MaxRecords",
  "ResourceId.1",
  "Tags.member.1.Key",
  "RouteTableId",
  "DestinationCidrBlock",
  "NetworkAclId",
  "RuleNumber",
  "Protocol",
  "Egress",
  "Attribute",
  "ClientToken",
  "AssumeRolePolicyDocument",
  `${"A.".repeat(200)}B`,
  "__proto__.polluted",
  "constructor.prototype.x",
  "",
);
const json = fc.oneof(
  fc.json(),
  fc.json().map((text) => text.slice(0, -1)),
  fc.nat(5000).map((depth) => "[".repeat(depth)),
  fc.constantFrom(
    '{"FunctionName":7}',
    '{"VpcConfig":[]}',
    '{"__proto__":{"x":1}}',
    '{"Environment":{"Variables":{"a":{}}}}',
    "\ufeff{}",
  ),
  fc.nat(3000).map((depth) => `${'{"Code":'.repeat(depth)}1${"}".repeat(depth)}`),
);

interface Sent {
  service: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
}

const contentType = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/json",
  "text/xml",
  "",
  "application/x-amz-json-1.0",
);

/** The parameters that an operation takes, as far as two levels down, each list with its first item. */
function parametersOf(schema: NormalizedSchema, isEc2: boolean, depth: number): string[] {
  if (!schema.isStructSchema() || depth === 0) return [];
  return [...schema.structIterator()].flatMap(([name, member]) => {
    const own = memberKey(name, member, { ec2: isEc2, envelope: new Set() });
    const isList = member.isListSchema();
    const key = isList ? `${own}.${isEc2 ? "1" : "member.1"}` : own;
    const nested = parametersOf(isList ? member.getValueSchema() : member, isEc2, depth - 1);
    return nested.length === 0 ? [key] : nested.map((below) => `${key}.${below}`);
  });
}

const services = new Map(createServices().map((service) => [service.name, service]));

function parametersFor(service: string, operation: string): string[] {
  const opened = services.get(service)?.protocol.open({
    method: "POST",
    path: "/",
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(`Action=${operation}&Version=${VERSIONS[service] ?? ""}`),
  });
  return opened === undefined ? [] : parametersOf(opened.operation.input, service === "ec2", 3);
}

const callOf = ({ service, operation }: { service: string; operation: string }) => {
  const own = parametersFor(service, operation);
  const name =
    own.length === 0 ? memberName : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...own) }, memberName);
  return fc.array(
    fc.tuple(
      name,
      fc.oneof(
        oddText,
        fc.nat(9).map((at) => `@${String(at)}`),
      ),
    ),
    { maxLength: 8 },
  );
};

const query = fc
  .constantFrom(...queryOperations)
  .chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      parameters: callOf(operation),
      cut: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(20)),
      type: contentType,
    }),
  )
  .map(({ operation: { service, operation }, parameters, cut, type }): Sent => {
    const form = new URLSearchParams([
      ["Action", operation],
      ["Version", VERSIONS[service] ?? ""],
      ...parameters.map(([name, value]): [string, string] => [
        name,
        value.startsWith("@") ? realId(value) : value,
      ]),
    ]);
    const text = form.toString();
    return {
      service,
      method: "POST",
      path: "/",
      headers: { "content-type": type },
      body: text.slice(0, text.length - cut),
    };
  });

/** `@3` stands for something of the world, so that requests get past the first look. */
function realId(place: string): string {
  const { vpcs, subnets, securityGroups, networkInterfaces, routeTables, networkAcls, vpcEndpoints } =
    sandbox.regionWorld();
  const ids = [
    vpcs[0]?.VpcId,
    subnets[0]?.SubnetId,
    securityGroups[1]?.GroupId,
    networkInterfaces[0]?.NetworkInterfaceId,
    routeTables[0]?.RouteTableId,
    networkAcls[0]?.NetworkAclId,
    vpcEndpoints[0]?.VpcEndpointId,
    "lambda-vpc-role",
    "read-only",
    "10.20.200.0/24",
  ];
  return ids[Number(place.slice(1))] ?? "";
}

const rest = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH"),
    path: fc.constantFrom(
      "/2015-03-31/functions",
      "/2015-03-31/functions/orders-api",
      "/2015-03-31/functions/orders-api/configuration",
      "/2015-03-31/functions/orders-api/code",
      "/2015-03-31/functions/%E0%A4%A/versions",
      "/2015-03-31/functions/orders-api/invocations",
      "/2015-03-31/functions/orders-api/aliases",
      "/2017-03-31/tags/arn%3A",
      "/2016-08-19/account-settings/",
      "/2015-03-31/functions?MaxItems=many",
      "/2015-03-31/functions?Marker=%00&MaxItems=-5",
      "/..%2f..",
      "//",
    ),
    body: json,
    type: contentType,
  })
  .map(({ method, path, body, type }): Sent => ({
    service: "lambda",
    method,
    path,
    headers: { "content-type": type },
    body,
  }));

const rpc = fc
  .record({
    operation: fc.constantFrom(
      ...operations.filter(({ service }) =>
        ["monitoring", "servicequotas", "organizations"].includes(service),
      ),
    ),
    target: fc.constantFrom(
      "ServiceQuotasV20190624",
      "AWSOrganizationsV20161128",
      "GraniteServiceVersion20100801",
      "__proto__",
      "",
    ),
    body: json,
  })
  .map(({ operation: { service, operation }, target, body }): Sent => ({
    service,
    method: "POST",
    path: "/",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": `${target}.${operation}` },
    body,
  }));

const binary = fc
  .record({ operation: fc.constantFrom(...operations), bytes: fc.uint8Array({ maxLength: 4096 }) })
  .map(({ operation: { service }, bytes }): Sent => ({
    service,
    method: "POST",
    path: "/",
    headers: {},
    body: new Uint8Array(bytes),
  }));

async function send({ service, method, path, headers, body }: Sent) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { ...headers, ...signedHeaders({ service }) },
    ...(method === "GET" ? {} : { body }),
  });
  return {
    status: response.status,
    type: response.headers.get("x-amzn-errortype"),
    text: await response.text(),
  };
}

it("any request, however malformed, gets an answer of its protocol, and nothing breaks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 4, arbitrary: query }, { weight: 2, arbitrary: rest }, rpc, binary),
      async (sent) => {
        const logged = sandbox.logs.length;
        const answer = await send(sent);
        expect(sandbox.logs.slice(logged).filter((line) => line.includes("failed"))).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400 || answer.text === "The sandbox has no such service.\n") return;
        expect(
          answer.type ??
            /<Code>([A-Za-z.]+)<\/Code>/.exec(answer.text)?.[1] ??
            /"__type"/.exec(answer.text)?.[0],
        ).toBeDefined();
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
