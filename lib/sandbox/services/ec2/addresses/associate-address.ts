import type {
  Address,
  AssociateAddressCommandInput,
  AssociateAddressCommandOutput,
  NetworkInterface,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { findAttachedGateway } from "../gateways/find-attached-gateway";
import { getInstance } from "../instances/instance-ids";
import { interfacesOf } from "../instances/to-visible-instance";
import { getNetworkInterface, refuseManaged } from "../interfaces/network-interface-ids";
import { getKnown } from "../requests/get-known";
import { allocationIds } from "./address-ids";
import { bindAddress, unbindAddress } from "./bind-address";

/** The address that a request names by allocation or by itself. */
function findAddress(regionWorld: RegionWorld, input: AssociateAddressCommandInput): Address {
  const { AllocationId: allocationId, PublicIp: publicIp } = input;
  if (allocationId !== undefined || publicIp === undefined) {
    return getKnown(regionWorld.addresses, allocationIds, allocationId, "allocationId");
  }
  const address = regionWorld.addresses.find((candidate) => candidate.PublicIp === publicIp);
  if (address === undefined)
    throw new AwsError("InvalidAddress.NotFound", `Address '${publicIp}' not found.`);
  return address;
}

function findInterface(regionWorld: RegionWorld, input: AssociateAddressCommandInput): NetworkInterface {
  const { InstanceId: instanceId, NetworkInterfaceId: interfaceId } = input;
  if (interfaceId !== undefined) return getNetworkInterface(regionWorld, interfaceId);
  if (instanceId === undefined) {
    throw new AwsError("MissingParameter", "Either instance ID or network interface id must be specified");
  }
  getInstance(regionWorld, instanceId);
  const own = interfacesOf(regionWorld, instanceId);
  const [only] = own;
  if (only === undefined || own.length > 1) {
    throw new AwsError(
      "InvalidInstanceID",
      `There are multiple interfaces attached to instance '${instanceId}'. Please specify an interface ID for the operation instead.`,
    );
  }
  return only;
}

function checkTarget(regionWorld: RegionWorld, eni: NetworkInterface, privateIp: string | undefined): void {
  refuseManaged(eni);
  if (
    privateIp !== undefined &&
    eni.PrivateIpAddresses?.some((item) => item.PrivateIpAddress === privateIp) !== true
  ) {
    throw new AwsError(
      "InvalidParameterValue",
      `IP address ${privateIp} is not assigned to the network interface ${eni.NetworkInterfaceId ?? ""}`,
    );
  }
  if (findAttachedGateway(regionWorld, eni.VpcId) === undefined) {
    throw new AwsError(
      "Gateway.NotAttached",
      `Network ${eni.VpcId ?? ""} is not attached to any internet gateway`,
    );
  }
}

/**
 * Associates an address with an interface. It moves there from another one unless `AllowReassociation` is false
 * ("reassociation is automatic", EC2 API reference), and drives out the address that was there.
 */
export const associateAddress: Handler<
  AssociateAddressCommandInput,
  Answer<AssociateAddressCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const address = findAddress(regionWorld, input);
  const eni = findInterface(regionWorld, input);
  checkTarget(regionWorld, eni, input.PrivateIpAddress);
  const privateIp = input.PrivateIpAddress ?? eni.PrivateIpAddress;
  const { AssociationId: before } = address;
  if (before !== undefined) {
    // "This is an idempotent operation" (EC2 API reference).
    const isThere =
      address.NetworkInterfaceId === eni.NetworkInterfaceId && address.PrivateIpAddress === privateIp;
    if (isThere) return { AssociationId: before };
    if (input.AllowReassociation === false) {
      throw new AwsError(
        "Resource.AlreadyAssociated",
        `resource ${address.AllocationId ?? ""} is already associated with associate-id ${before}`,
      );
    }
    refuseServiceAddress(regionWorld, address);
  }
  const driven = regionWorld.addresses.find(
    (other) => other.NetworkInterfaceId === eni.NetworkInterfaceId && other.PrivateIpAddress === privateIp,
  );
  if (driven !== undefined) unbindAddress(context, driven);
  unbindAddress(context, address);
  return { AssociationId: bindAddress(context, address, eni, privateIp) };
};

/** Throws AuthFailure for an address that a service holds, such as a NAT gateway's. */
export function refuseServiceAddress(regionWorld: RegionWorld, address: Address): void {
  const holder = regionWorld.networkInterfaces.find(
    (eni) => eni.NetworkInterfaceId === address.NetworkInterfaceId,
  );
  refuseManaged({
    RequesterManaged: holder?.RequesterManaged === true || address.ServiceManaged !== undefined,
  });
}
