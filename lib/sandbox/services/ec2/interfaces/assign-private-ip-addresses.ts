import type {
  AssignPrivateIpAddressesCommandInput,
  AssignPrivateIpAddressesCommandOutput,
  NetworkInterface,
  Subnet,
  UnassignPrivateIpAddressesCommandInput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { subnetCollection } from "../subnets/describe-subnets";
import { chooseAddresses } from "./choose-addresses";
import { describeAddress } from "./describe-place";
import { getNetworkInterface, refuseManaged } from "./network-interface-ids";

function subnetOf(regionWorld: RegionWorld, eni: NetworkInterface): Subnet {
  const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === eni.SubnetId);
  if (subnet === undefined) throw idError(subnetCollection, eni.SubnetId ?? "");
  return subnet;
}

/** Takes addresses off the other interfaces of the subnet. Throws InvalidParameterValue for another's primary one. */
function reassign(regionWorld: RegionWorld, eni: NetworkInterface, addresses: readonly string[]): void {
  const others = regionWorld.networkInterfaces.filter(
    (other) => other !== eni && other.SubnetId === eni.SubnetId,
  );
  const primary = others.find((other) => addresses.includes(other.PrivateIpAddress ?? ""));
  if (primary !== undefined) {
    throw new AwsError(
      "InvalidParameterValue",
      `Address ${primary.PrivateIpAddress ?? ""} is the primary address of another interface.`,
    );
  }
  for (const other of others) {
    other.PrivateIpAddresses = (other.PrivateIpAddresses ?? []).filter(
      (item) => !addresses.includes(item.PrivateIpAddress ?? ""),
    );
  }
}

/** Gives an interface secondary private addresses: these, or as many free ones. */
export const assignPrivateIpAddresses: Handler<
  AssignPrivateIpAddressesCommandInput,
  Answer<AssignPrivateIpAddressesCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const eni = getNetworkInterface(regionWorld, input.NetworkInterfaceId);
  refuseManaged(eni);
  const { PrivateIpAddresses: asked = [], SecondaryPrivateIpAddressCount: count = 0 } = input;
  if (asked.length > 0 && count > 0) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameter secondaryPrivateIpAddressCount cannot be used with the parameter privateIpAddresses",
    );
  }
  if (asked.length + count === 0) {
    throw new AwsError("MissingParameter", "The request must contain the parameter privateIpAddresses");
  }
  const mayBeInUse = input.AllowReassignment === true;
  const chosen = chooseAddresses(context, subnetOf(regionWorld, eni), { asked, count, mayBeInUse });
  if (mayBeInUse) reassign(regionWorld, eni, chosen);
  const held = new Set((eni.PrivateIpAddresses ?? []).map((item) => item.PrivateIpAddress));
  const added = chosen.filter((address) => !held.has(address));
  eni.PrivateIpAddresses = [
    ...(eni.PrivateIpAddresses ?? []),
    ...added.map((address) => ({ Primary: false, ...describeAddress(regionWorld, eni.VpcId, address) })),
  ];
  return {
    NetworkInterfaceId: eni.NetworkInterfaceId,
    AssignedPrivateIpAddresses: chosen.map((PrivateIpAddress) => ({ PrivateIpAddress })),
    AssignedIpv4Prefixes: [],
  };
};

/** Takes secondary private addresses off an interface. Its primary one it keeps. */
export const unassignPrivateIpAddresses: Handler<
  UnassignPrivateIpAddressesCommandInput,
  Record<string, never>
> = ({ regionWorld }, input) => {
  const eni = getNetworkInterface(regionWorld, input.NetworkInterfaceId);
  refuseManaged(eni);
  const gone = new Set(input.PrivateIpAddresses ?? []);
  if (gone.size === 0) {
    throw new AwsError("MissingParameter", "The request must contain the parameter privateIpAddresses");
  }
  const secondary = new Set(
    (eni.PrivateIpAddresses ?? [])
      .filter((item) => item.Primary !== true)
      .map((item) => item.PrivateIpAddress ?? ""),
  );
  if ([...gone].some((address) => !secondary.has(address))) {
    throw new AwsError(
      "InvalidParameterValue",
      "Some of the specified addresses are not assigned to interface " + (eni.NetworkInterfaceId ?? ""),
    );
  }
  eni.PrivateIpAddresses = (eni.PrivateIpAddresses ?? []).filter(
    (item) => !gone.has(item.PrivateIpAddress ?? ""),
  );
  return {};
};
