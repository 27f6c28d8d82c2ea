import type {
  CreateNatGatewayCommandInput,
  CreateNatGatewayCommandOutput,
  NatGateway,
  Tag,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { allocateIpv4Address } from "../../../lambda-interfaces/allocate-ipv4-address";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { specifiedTags } from "../requests/specified-tags";
import { createRegionalGateway } from "./create-regional-gateway";
import { addPrivateAddresses, makeNatInterface } from "./nat-interface";
import { readZonalRequest } from "./read-zonal-request";

/** Creation logs of terraform-provider-aws's issues: about a minute and a half. */
export const CREATING_MS = 90_000;

function createZonalGateway(
  context: HandlerContext,
  input: CreateNatGatewayCommandInput,
  tags: Tag[],
): NatGateway {
  const { regionWorld, ids, clock, world } = context;
  const { subnet, isPublic, allocationIds, privateAddress, secondary } = readZonalRequest(regionWorld, input);
  const natGatewayId = ids.id("nat");
  const isExhausted = world.faults.some(
    (fault) => fault.kind === "no-free-addresses" && fault.subnetId === subnet.SubnetId,
  );
  const address = privateAddress ?? (isExhausted ? undefined : allocateIpv4Address(regionWorld, subnet));
  if (address !== undefined) {
    const eni = makeNatInterface(context, subnet, { natGatewayId, address });
    addPrivateAddresses(regionWorld, eni, secondary);
  }
  return {
    NatGatewayId: natGatewayId,
    AvailabilityMode: "zonal",
    ConnectivityType: isPublic ? "public" : "private",
    CreateTime: new Date(clock.now()),
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    State: "pending",
    NatGatewayAddresses: isPublic
      ? allocationIds.map((AllocationId, index) => ({
          AllocationId,
          IsPrimary: index === 0,
          Status: "associating" as const,
        }))
      : [{ IsPrimary: true, Status: "assigning" as const }],
    Tags: tags,
  };
}

function create(context: HandlerContext, input: CreateNatGatewayCommandInput): NatGateway {
  // The wire carries any text, whatever the SDK's types say.
  const mode: string = input.AvailabilityMode ?? "zonal";
  const connectivity: string = input.ConnectivityType ?? "public";
  if (mode !== "zonal" && mode !== "regional") {
    throw new AwsError("InvalidParameterValue", `Value (${mode}) for parameter availabilityMode is invalid.`);
  }
  if (connectivity !== "public" && connectivity !== "private") {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${connectivity}) for parameter connectivityType is invalid.`,
    );
  }
  const tags = specifiedTags(input.TagSpecifications, "natgateway");
  const gateway =
    mode === "regional"
      ? createRegionalGateway(context, input, tags)
      : createZonalGateway(context, input, tags);
  context.regionWorld.natGateways.push(gateway);
  const subject = gateway.NatGatewayId ?? "";
  scheduleInRegion(context, { kind: "nat-gateway-made", subject, afterMs: CREATING_MS });
  return gateway;
}

/** Begins to make a NAT gateway. What is wrong with its surroundings shows later, as its failure. */
export const createNatGateway: Handler<
  CreateNatGatewayCommandInput,
  Answer<CreateNatGatewayCommandOutput>
> = (context, input) => {
  const { natGateways } = context.regionWorld;
  const gateway = oncePerClientToken(
    context,
    { operation: "CreateNatGateway", input },
    {
      find: (id) => natGateways.find((candidate) => candidate.NatGatewayId === id),
      idOf: (made) => made.NatGatewayId,
      create: () => create(context, input),
    },
  );
  return {
    ...(input.ClientToken === undefined ? {} : { ClientToken: input.ClientToken }),
    NatGateway: structuredClone(gateway),
  };
};
