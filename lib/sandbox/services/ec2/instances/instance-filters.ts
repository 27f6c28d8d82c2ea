import type { Instance, NetworkInterface } from "@aws-sdk/client-ec2";
import type { FilterTable, FilterValue } from "../describe/match-filters";
import { instanceInterfaceFilters } from "./instance-interface-filters";

/** An instance with what its filters ask about besides it. */
export interface ReservedInstance {
  instance: Instance;
  interfaces: NetworkInterface[];
  reservationId: string;
  ownerId: string;
}

type Volume = NonNullable<NonNullable<Instance["BlockDeviceMappings"]>[number]["Ebs"]>;

function ofVolumes(read: (volume: Volume) => FilterValue) {
  return (instance: Instance): FilterValue[] =>
    (instance.BlockDeviceMappings ?? []).map((mapping) => read(mapping.Ebs ?? {}));
}

/** Filters on the instance alone, in the order of the EC2 API reference (DescribeInstances). */
const OWN_FILTERS: FilterTable<Instance> = {
  affinity: (instance) => instance.Placement?.Affinity,
  architecture: (instance) => instance.Architecture,
  "availability-zone": (instance) => instance.Placement?.AvailabilityZone,
  "availability-zone-id": (instance) => instance.Placement?.AvailabilityZoneId,
  "block-device-mapping.attach-time": ofVolumes((volume) => volume.AttachTime?.toISOString()),
  "block-device-mapping.delete-on-termination": ofVolumes((volume) => volume.DeleteOnTermination),
  "block-device-mapping.device-name": (instance) =>
    instance.BlockDeviceMappings?.map((mapping) => mapping.DeviceName) ?? [],
  "block-device-mapping.status": ofVolumes((volume) => volume.Status),
  "block-device-mapping.volume-id": ofVolumes((volume) => volume.VolumeId),
  "boot-mode": (instance) => instance.BootMode,
  "capacity-reservation-id": (instance) => instance.CapacityReservationId,
  "capacity-reservation-specification.capacity-reservation-preference": (instance) =>
    instance.CapacityReservationSpecification?.CapacityReservationPreference,
  "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id": (instance) =>
    instance.CapacityReservationSpecification?.CapacityReservationTarget?.CapacityReservationId,
  "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn": (
    instance,
  ) =>
    instance.CapacityReservationSpecification?.CapacityReservationTarget?.CapacityReservationResourceGroupArn,
  "client-token": (instance) => instance.ClientToken,
  "current-instance-boot-mode": (instance) => instance.CurrentInstanceBootMode,
  "dns-name": (instance) => instance.PublicDnsName,
  "ebs-optimized": (instance) => instance.EbsOptimized,
  "ena-support": (instance) => instance.EnaSupport,
  "enclave-options.enabled": (instance) => instance.EnclaveOptions?.Enabled,
  "hibernation-options.configured": (instance) => instance.HibernationOptions?.Configured,
  "host-id": (instance) => instance.Placement?.HostId,
  hypervisor: (instance) => instance.Hypervisor,
  "iam-instance-profile.arn": (instance) => instance.IamInstanceProfile?.Arn,
  "iam-instance-profile.id": (instance) => instance.IamInstanceProfile?.Id,
  "image-id": (instance) => instance.ImageId,
  "instance-id": (instance) => instance.InstanceId,
  "instance-lifecycle": (instance) => instance.InstanceLifecycle,
  "instance-state-code": (instance) => instance.State?.Code,
  "instance-state-name": (instance) => instance.State?.Name,
  "instance-type": (instance) => instance.InstanceType,
  "instance.group-id": (instance) => instance.SecurityGroups?.map((group) => group.GroupId) ?? [],
  "instance.group-name": (instance) => instance.SecurityGroups?.map((group) => group.GroupName) ?? [],
  "ip-address": (instance) => instance.PublicIpAddress,
  "ipv6-address": (instance) => instance.Ipv6Address,
  "kernel-id": (instance) => instance.KernelId,
  "key-name": (instance) => instance.KeyName,
  "launch-index": (instance) => instance.AmiLaunchIndex,
  "launch-time": (instance) => instance.LaunchTime?.toISOString(),
  "maintenance-options.auto-recovery": (instance) => instance.MaintenanceOptions?.AutoRecovery,
  "metadata-options.http-endpoint": (instance) => instance.MetadataOptions?.HttpEndpoint,
  "metadata-options.http-protocol-ipv4": () => "enabled",
  "metadata-options.http-protocol-ipv6": (instance) => instance.MetadataOptions?.HttpProtocolIpv6,
  "metadata-options.http-put-response-hop-limit": (instance) =>
    instance.MetadataOptions?.HttpPutResponseHopLimit,
  "metadata-options.http-tokens": (instance) => instance.MetadataOptions?.HttpTokens,
  "metadata-options.instance-metadata-tags": (instance) => instance.MetadataOptions?.InstanceMetadataTags,
  "metadata-options.state": (instance) => instance.MetadataOptions?.State,
  "monitoring-state": (instance) => instance.Monitoring?.State,
  "network-performance-options.bandwidth-weighting": (instance) =>
    instance.NetworkPerformanceOptions?.BandwidthWeighting,
  "operator.managed": (instance) => instance.Operator?.Managed ?? false,
  "operator.principal": (instance) => instance.Operator?.Principal,
  "outpost-arn": (instance) => instance.OutpostArn,
  "placement-group-name": (instance) => instance.Placement?.GroupName,
  "placement-partition-number": (instance) => instance.Placement?.PartitionNumber,
  platform: (instance) => instance.Platform,
  "platform-details": (instance) => instance.PlatformDetails,
  "private-dns-name": (instance) => instance.PrivateDnsName,
  "private-dns-name-options.enable-resource-name-dns-a-record": (instance) =>
    instance.PrivateDnsNameOptions?.EnableResourceNameDnsARecord,
  "private-dns-name-options.enable-resource-name-dns-aaaa-record": (instance) =>
    instance.PrivateDnsNameOptions?.EnableResourceNameDnsAAAARecord,
  "private-dns-name-options.hostname-type": (instance) => instance.PrivateDnsNameOptions?.HostnameType,
  "private-ip-address": (instance) => instance.PrivateIpAddress,
  "product-code": (instance) => instance.ProductCodes?.map((code) => code.ProductCodeId) ?? [],
  "product-code.type": (instance) => instance.ProductCodes?.map((code) => code.ProductCodeType) ?? [],
  "ramdisk-id": (instance) => instance.RamdiskId,
  reason: (instance) => instance.StateTransitionReason,
  "requester-id": () => undefined,
  "root-device-name": (instance) => instance.RootDeviceName,
  "root-device-type": (instance) => instance.RootDeviceType,
  "source-dest-check": (instance) => instance.SourceDestCheck,
  "spot-instance-request-id": (instance) => instance.SpotInstanceRequestId,
  "state-reason-code": (instance) => instance.StateReason?.Code,
  "state-reason-message": (instance) => instance.StateReason?.Message,
  "subnet-id": (instance) => instance.SubnetId,
  tenancy: (instance) => instance.Placement?.Tenancy,
  "tpm-support": (instance) => instance.TpmSupport,
  "usage-operation": (instance) => instance.UsageOperation,
  "usage-operation-update-time": (instance) => instance.UsageOperationUpdateTime?.toISOString(),
  "virtualization-type": (instance) => instance.VirtualizationType,
  "vpc-id": (instance) => instance.VpcId,
};

/** Filters of DescribeInstances. */
export const instanceFilters: FilterTable<ReservedInstance> = {
  ...Object.fromEntries(
    Object.entries(OWN_FILTERS).map(([name, read]) => [
      name,
      ({ instance }: ReservedInstance) => read(instance),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(instanceInterfaceFilters).map(([name, read]) => [
      `network-interface.${name}`,
      ({ interfaces }: ReservedInstance) => interfaces.flatMap(read),
    ]),
  ),
  "owner-id": ({ ownerId }) => ownerId,
  "reservation-id": ({ reservationId }) => reservationId,
};
