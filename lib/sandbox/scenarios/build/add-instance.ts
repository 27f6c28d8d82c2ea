import type { Instance, InstanceNetworkInterface, NetworkInterface } from "@aws-sdk/client-ec2";
import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import { type Builder, MADE_AT, named } from "./builder";

/** What every instance of the scenarios has alike, as EC2 answers it for one of Amazon Linux that was started by hand. */
const ALIKE = {
  AmiLaunchIndex: 0,
  Architecture: "x86_64",
  CapacityReservationSpecification: { CapacityReservationPreference: "open" },
  CpuOptions: { CoreCount: 1, ThreadsPerCore: 2 },
  CurrentInstanceBootMode: "legacy-bios",
  EbsOptimized: false,
  EnaSupport: true,
  EnclaveOptions: { Enabled: false },
  HibernationOptions: { Configured: false },
  Hypervisor: "xen",
  ImageId: "ami-0c1c30571d2dae5c9",
  InstanceType: "t3.small",
  LaunchTime: MADE_AT,
  MaintenanceOptions: { AutoRecovery: "default" },
  MetadataOptions: {
    State: "applied",
    HttpEndpoint: "enabled",
    HttpProtocolIpv6: "disabled",
    HttpPutResponseHopLimit: 2,
    HttpTokens: "required",
    InstanceMetadataTags: "disabled",
  },
  Monitoring: { State: "disabled" },
  PlatformDetails: "Linux/UNIX",
  PrivateDnsNameOptions: {
    HostnameType: "ip-name",
    EnableResourceNameDnsARecord: false,
    EnableResourceNameDnsAAAARecord: false,
  },
  ProductCodes: [],
  PublicDnsName: "",
  RootDeviceName: "/dev/xvda",
  RootDeviceType: "ebs",
  SourceDestCheck: true,
  State: { Code: 16, Name: "running" },
  StateTransitionReason: "",
  UsageOperation: "RunInstances",
  UsageOperationUpdateTime: MADE_AT,
  VirtualizationType: "hvm",
} satisfies Instance;

/** Makes a running instance with one interface. */
export function addInstance(
  builder: Builder,
  spec: {
    name: string;
    subnet: BuiltSubnet;
    groups: readonly BuiltSecurityGroup[];
    tags?: Record<string, string>;
  },
): void {
  const { regionWorld, ids } = builder;
  const instanceId = ids.id("i");
  const eni = addInterface(builder, {
    subnet: spec.subnet,
    groups: spec.groups,
    type: "interface",
    description: "",
    instanceId,
  });
  regionWorld.instances.push({
    ...ALIKE,
    InstanceId: instanceId,
    ClientToken: "",
    BlockDeviceMappings: [
      {
        DeviceName: ALIKE.RootDeviceName,
        Ebs: {
          AttachTime: MADE_AT,
          DeleteOnTermination: true,
          Status: "attached",
          VolumeId: instanceId.replace("i-", "vol-"),
        },
      },
    ],
    NetworkInterfaces: [toInstanceInterface(eni)],
    Placement: { AvailabilityZone: spec.subnet.zone, GroupName: "", Tenancy: "default" },
    PrivateDnsName: eni.PrivateDnsName,
    PrivateIpAddress: eni.PrivateIpAddress,
    SecurityGroups: eni.Groups,
    SubnetId: spec.subnet.subnetId,
    Tags: named(spec.name, spec.tags),
    VpcId: spec.subnet.vpcId,
  });
}

/** An interface as its instance shows it. */
function toInstanceInterface(eni: NetworkInterface): InstanceNetworkInterface {
  return {
    Attachment: {
      AttachTime: MADE_AT,
      AttachmentId: eni.Attachment?.AttachmentId,
      DeleteOnTermination: eni.Attachment?.DeleteOnTermination,
      DeviceIndex: eni.Attachment?.DeviceIndex,
      NetworkCardIndex: 0,
      Status: eni.Attachment?.Status,
    },
    Description: eni.Description,
    Groups: eni.Groups,
    InterfaceType: eni.InterfaceType,
    Ipv6Addresses: [],
    MacAddress: eni.MacAddress,
    NetworkInterfaceId: eni.NetworkInterfaceId,
    OwnerId: eni.OwnerId,
    PrivateDnsName: eni.PrivateDnsName,
    PrivateIpAddress: eni.PrivateIpAddress,
    PrivateIpAddresses: eni.PrivateIpAddresses,
    SourceDestCheck: eni.SourceDestCheck,
    Status: eni.Status,
    SubnetId: eni.SubnetId,
    VpcId: eni.VpcId,
  };
}
