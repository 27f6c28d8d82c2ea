import type { Dimension, Metric } from "@aws-sdk/client-cloudwatch";
import type { LambdaFunction, RegionWorld } from "../../world/world";
import { getLatest } from "../lambda/names/get-function-version";
import { callsIn } from "./function-traffic";
import { noise } from "./noise";

const MINUTE_MS = 60_000;

/** A metric of something that exists: its dimensions, and what it measured in one minute. */
export interface KnownMetric {
  metric: Required<Metric>;
  /** Samples of the minute that begins at this time; none where AWS would have no data point. */
  samplesAt: (minute: number) => readonly number[];
}

/** Traffic of a working day: low at night, high in the afternoon. */
function daily(minute: number): number {
  const hours = (minute / 3_600_000) % 24;
  return 0.55 + 0.45 * Math.sin(((hours - 9) / 24) * 2 * Math.PI);
}

function functionMetrics(fn: LambdaFunction): KnownMetric[] {
  const name = getLatest(fn).FunctionName ?? "";
  const timeoutMs = (getLatest(fn).Timeout ?? 3) * 1000;
  const dimensions: Dimension[] = [{ Name: "FunctionName", Value: name }];
  const typicalMs = Math.min(timeoutMs, 20 + 400 * noise(name, "duration", 0));
  const count = (minute: number) => callsIn(fn, minute, minute + MINUTE_MS);
  const perCall = (measure: (index: number, minute: number) => number) => (minute: number) =>
    Array.from({ length: count(minute) }, (_unused, index) => measure(index, minute));
  const hasFailed = (index: number, minute: number) =>
    noise(name, `error${String(index)}`, minute) < 0.004 ? 1 : 0;
  const duration = (index: number, minute: number) =>
    Math.round(typicalMs * (0.7 + 0.9 * noise(name, `call${String(index)}`, minute)) * 100) / 100;
  const concurrency = (minute: number) => {
    const calls = count(minute);
    return calls === 0 ? [] : [Math.max(1, Math.round((calls * typicalMs) / MINUTE_MS))];
  };
  const table: readonly [string, KnownMetric["samplesAt"]][] = [
    ["Invocations", perCall(() => 1)],
    ["Errors", perCall(hasFailed)],
    ["Throttles", perCall(() => 0)],
    ["Duration", perCall(duration)],
    ["ConcurrentExecutions", concurrency],
  ];
  return table.map(([MetricName, samplesAt]) => ({
    metric: { Namespace: "AWS/Lambda", MetricName, Dimensions: dimensions },
    samplesAt,
  }));
}

/** One sample a minute, about `usual` of them at noon. */
function gauge(
  namespace: string,
  dimensions: Dimension[],
  table: Readonly<Record<string, number>>,
): KnownMetric[] {
  const key = dimensions.map((dimension) => dimension.Value).join("/");
  return Object.entries(table).map(([MetricName, usual]) => ({
    metric: { Namespace: namespace, MetricName, Dimensions: dimensions },
    samplesAt: (minute) => [Math.round(usual * daily(minute) * (0.6 + 0.8 * noise(key, MetricName, minute)))],
  }));
}

/** "NAT gateway metrics" of the VPC user guide. */
const NAT_GATEWAY = {
  ActiveConnectionCount: 240,
  BytesInFromDestination: 31_000_000,
  BytesInFromSource: 9_000_000,
  BytesOutToDestination: 9_000_000,
  BytesOutToSource: 31_000_000,
  ConnectionAttemptCount: 900,
  ConnectionEstablishedCount: 880,
  ErrorPortAllocation: 0,
  IdleTimeoutCount: 4,
  PacketsDropCount: 0,
};

/** "CloudWatch metrics for AWS PrivateLink". */
const ENDPOINT = { ActiveConnections: 40, BytesProcessed: 2_400_000, NewConnections: 120, PacketsDropped: 0 };

function endpointDimensions(endpoint: RegionWorld["vpcEndpoints"][number]): Dimension[] {
  return [
    { Name: "Endpoint Type", Value: endpoint.VpcEndpointType ?? "Interface" },
    { Name: "Service Name", Value: endpoint.ServiceName ?? "" },
    { Name: "VPC Endpoint Id", Value: endpoint.VpcEndpointId ?? "" },
    { Name: "VPC Id", Value: endpoint.VpcId ?? "" },
  ];
}

/** Every metric of the region: of functions, NAT gateways and interface endpoints that are there. */
export function knownMetrics(regionWorld: RegionWorld): KnownMetric[] {
  const gateways = regionWorld.natGateways.filter((gateway) => gateway.State === "available");
  const endpoints = regionWorld.vpcEndpoints.filter((endpoint) => endpoint.VpcEndpointType !== "Gateway");
  return [
    ...regionWorld.functions.flatMap(functionMetrics),
    ...gateways.flatMap((gateway) =>
      gauge("AWS/NATGateway", [{ Name: "NatGatewayId", Value: gateway.NatGatewayId ?? "" }], NAT_GATEWAY),
    ),
    ...endpoints.flatMap((endpoint) =>
      gauge("AWS/PrivateLinkEndpoints", endpointDimensions(endpoint), ENDPOINT),
    ),
  ];
}
