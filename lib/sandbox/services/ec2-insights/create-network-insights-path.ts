import type {
  CreateNetworkInsightsPathCommandInput,
  CreateNetworkInsightsPathCommandOutput,
  NetworkInsightsPath,
  PathRequestFilter,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../handler";
import { oncePerClientToken } from "../ec2/requests/once-per-client-token";
import { parseCidr } from "../ec2/requests/parse-cidr";
import { specifiedTags } from "../ec2/requests/specified-tags";
import { invalidParameter, required } from "../ec2-transit/lookup/transit-errors";

/** "Source" and "Destination" of CreateNetworkInsightsPath, by how the ids of those resources begin. */
const END_PREFIXES = ["i", "eni", "igw", "tgw", "tgw-attach", "vgw", "vpce", "vpce-svc", "pcx"];

/** An end as it is kept: its id, and its ARN where that was given. */
function toEnd(context: HandlerContext, value: string, parameter: string): { id: string; arn?: string } {
  const isArn = value.startsWith("arn:");
  const id = isArn ? (value.split("/").at(-1) ?? "") : value;
  if (!END_PREFIXES.includes(id.replace(/-[0-9a-f]+$/, ""))) {
    throw invalidParameter(`Value (${value}) for parameter ${parameter} is invalid.`);
  }
  return isArn && !value.includes(`:${context.accountId}:`) ? { id: value, arn: value } : { id };
}

function checkPort(port: number | undefined): void {
  if (port === undefined || (port >= 0 && port <= 65_535)) return;
  throw invalidParameter(`Value (${String(port)}) for parameter destinationPort is invalid.`);
}

function checkFilter(filter: PathRequestFilter | undefined): void {
  for (const address of [filter?.SourceAddress, filter?.DestinationAddress]) {
    if (address !== undefined && parseCidr(address.includes("/") ? address : `${address}/32`)?.family !== 4) {
      throw invalidParameter(`Value (${address}) is not an IPv4 address.`);
    }
  }
  for (const range of [filter?.SourcePortRange, filter?.DestinationPortRange]) {
    const { FromPort: from = 0, ToPort: to = 65_535 } = range ?? {};
    if (from < 0 || to > 65_535 || from > to) {
      throw invalidParameter(`Port range ${String(from)}-${String(to)} is invalid.`);
    }
  }
}

function makePath(
  context: HandlerContext,
  input: CreateNetworkInsightsPathCommandInput,
): NetworkInsightsPath {
  const source = toEnd(context, required(input.Source, "Source"), "source");
  const destination =
    input.Destination === undefined ? undefined : toEnd(context, input.Destination, "destination");
  const protocol = required(input.Protocol, "Protocol");
  if (!["tcp", "udp"].includes(protocol)) {
    throw invalidParameter(`Value (${protocol}) for parameter protocol is invalid.`);
  }
  checkPort(input.DestinationPort);
  checkFilter(input.FilterAtSource);
  checkFilter(input.FilterAtDestination);
  if (input.FilterAtSource !== undefined && (input.SourceIp ?? input.DestinationIp) !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "FilterAtSource cannot be used with SourceIp or DestinationIp.",
    );
  }
  if (destination === undefined && !(input.DestinationIp ?? input.FilterAtSource?.DestinationAddress)) {
    throw new AwsError("MissingParameter", "The request must contain the parameter Destination");
  }
  const Tags = specifiedTags(input.TagSpecifications, "network-insights-path");
  const id = context.ids.id("nip");
  const path: NetworkInsightsPath = {
    NetworkInsightsPathId: id,
    NetworkInsightsPathArn: `arn:aws:ec2:${context.region}:${context.accountId}:network-insights-path/${id}`,
    CreatedDate: new Date(context.clock.now()),
    Source: source.id,
    ...(source.arn === undefined ? {} : { SourceArn: source.arn }),
    ...(destination === undefined ? {} : { Destination: destination.id }),
    ...(destination?.arn === undefined ? {} : { DestinationArn: destination.arn }),
    ...(input.SourceIp === undefined ? {} : { SourceIp: input.SourceIp }),
    ...(input.DestinationIp === undefined ? {} : { DestinationIp: input.DestinationIp }),
    Protocol: protocol,
    ...(input.DestinationPort === undefined ? {} : { DestinationPort: input.DestinationPort }),
    ...(input.FilterAtSource === undefined ? {} : { FilterAtSource: input.FilterAtSource }),
    ...(input.FilterAtDestination === undefined ? {} : { FilterAtDestination: input.FilterAtDestination }),
    Tags,
  };
  context.regionWorld.transit.insightsPaths.push(path);
  return path;
}

export const createNetworkInsightsPath: Handler<
  CreateNetworkInsightsPathCommandInput,
  Answer<CreateNetworkInsightsPathCommandOutput>
> = (context, input) => ({
  NetworkInsightsPath: oncePerClientToken(
    context,
    { operation: "CreateNetworkInsightsPath", input },
    {
      find: (id) =>
        context.regionWorld.transit.insightsPaths.find((path) => path.NetworkInsightsPathId === id),
      idOf: (path) => path.NetworkInsightsPathId,
      create: () => makePath(context, input),
    },
  ),
});
