import type {
  CreateNetworkInterfaceCommandInput,
  CreateNetworkInterfaceCommandOutput,
  NetworkInterface,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { idError } from "../describe/pick-by-ids";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { specifiedTags } from "../requests/specified-tags";
import { readGroupsOfInterface } from "../security-groups/groups-for-vpc";
import { subnetCollection } from "../subnets/describe-subnets";
import { chooseAddresses, chooseIpv6Addresses } from "./choose-addresses";
import { newInterface } from "./new-interface";
import { readAddressRequest, readIpv6Request, type AddressRequest } from "./read-address-request";

/** "Network interfaces per Region" (VPC user guide: Amazon VPC quotas). */
const INTERFACES_PER_REGION = 5000;
/** An interface is `pending` for a moment: AWS gives no figure. */
const PENDING_MS = 2_000;
const TYPES = new Set(["interface", "efa", "efa-only", "trunk"]);

function checkRequest(input: CreateNetworkInterfaceCommandInput): void {
  if (input.InterfaceType !== undefined && !TYPES.has(input.InterfaceType)) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${input.InterfaceType}) for parameter interfaceType is invalid.`,
    );
  }
  const prefixes = [input.Ipv4PrefixCount, input.Ipv4Prefixes, input.Ipv6PrefixCount, input.Ipv6Prefixes];
  if (prefixes.some((member) => member !== undefined)) {
    throw new AwsError("UnsupportedOperation", "The sandbox's interfaces have no prefixes.");
  }
}

function create(
  context: HandlerContext,
  input: CreateNetworkInterfaceCommandInput,
  request: AddressRequest,
): NetworkInterface {
  const { regionWorld, caller } = context;
  const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === input.SubnetId);
  if (subnet === undefined) throw idError(subnetCollection, input.SubnetId ?? "");
  const groups = readGroupsOfInterface(regionWorld, subnet.VpcId ?? "", input.Groups ?? []);
  const tags = specifiedTags(input.TagSpecifications, "network-interface");
  if (regionWorld.networkInterfaces.length >= INTERFACES_PER_REGION) {
    throw new AwsError(
      "NetworkInterfaceLimitExceeded",
      "The maximum number of network interfaces has been reached.",
    );
  }
  const addresses = chooseAddresses(context, subnet, request);
  const ipv6Addresses = chooseIpv6Addresses(context, subnet, readIpv6Request(subnet, input));
  const made = newInterface(context, {
    subnet,
    groups,
    addresses,
    ipv6Addresses,
    type: input.InterfaceType ?? "interface",
    description: input.Description ?? "",
    status: "pending",
    requester: { id: caller.userId, isService: false },
    tags,
  });
  scheduleInRegion(context, {
    kind: "network-interface-available",
    subject: made.NetworkInterfaceId ?? "",
    afterMs: PENDING_MS,
  });
  return made;
}

export const createNetworkInterface: Handler<
  CreateNetworkInterfaceCommandInput,
  Answer<CreateNetworkInterfaceCommandOutput>
> = (context, input) => {
  checkRequest(input);
  const request = readAddressRequest(input);
  const NetworkInterface = oncePerClientToken<NetworkInterface>(
    context,
    { operation: "CreateNetworkInterface", input },
    {
      idOf: (eni) => eni.NetworkInterfaceId,
      find: (id) => context.regionWorld.networkInterfaces.find((eni) => eni.NetworkInterfaceId === id),
      create: () => create(context, input, request),
    },
  );
  return { NetworkInterface, ...(input.ClientToken === undefined ? {} : { ClientToken: input.ClientToken }) };
};
