import type { Address, NetworkInterface } from "@aws-sdk/client-ec2";
import type { Place } from "../routes/make-route-table";

function publicDnsName(region: string, publicIp: string): string {
  const host = `ec2-${publicIp.replaceAll(".", "-")}`;
  return region === "us-east-1"
    ? `${host}.compute-1.amazonaws.com`
    : `${host}.${region}.compute.amazonaws.com`;
}

/** Associates an address with a private address of an interface, its first one by default. Returns the association's id. */
export function bindAddress(
  { regionWorld, ids }: Place,
  address: Address,
  eni: NetworkInterface,
  privateIp: string | undefined = eni.PrivateIpAddress,
): string {
  const associationId = ids.id("eipassoc");
  const { region, accountId } = regionWorld;
  const publicIp = address.PublicIp ?? "";
  const hasNames = regionWorld.vpcAttributes[eni.VpcId ?? ""]?.enableDnsHostnames === true;
  const association = {
    AllocationId: address.AllocationId,
    AssociationId: associationId,
    IpOwnerId: accountId,
    PublicDnsName: hasNames ? publicDnsName(region, publicIp) : "",
    PublicIp: publicIp,
  };
  const instanceId = eni.Attachment?.InstanceId;
  Object.assign(address, {
    AssociationId: associationId,
    NetworkInterfaceId: eni.NetworkInterfaceId,
    NetworkInterfaceOwnerId: eni.OwnerId,
    PrivateIpAddress: privateIp,
    ...(eni.SubnetId === undefined ? {} : { SubnetId: eni.SubnetId }),
    ...(instanceId === undefined ? {} : { InstanceId: instanceId }),
  });
  if (privateIp === eni.PrivateIpAddress) eni.Association = association;
  for (const item of eni.PrivateIpAddresses ?? []) {
    if (item.PrivateIpAddress === privateIp) item.Association = association;
  }
  return associationId;
}

/** Takes an address off whatever it is associated with. */
export function unbindAddress({ regionWorld }: Pick<Place, "regionWorld">, address: Address): void {
  const id = address.AssociationId;
  if (id === undefined) return;
  const eni = regionWorld.networkInterfaces.find(
    (candidate) => candidate.NetworkInterfaceId === address.NetworkInterfaceId,
  );
  if (eni?.Association?.AssociationId === id) delete eni.Association;
  for (const item of eni?.PrivateIpAddresses ?? []) {
    if (item.Association?.AssociationId === id) delete item.Association;
  }
  delete address.AssociationId;
  delete address.NetworkInterfaceId;
  delete address.NetworkInterfaceOwnerId;
  delete address.PrivateIpAddress;
  delete address.SubnetId;
  delete address.InstanceId;
}
