import type { Instance, NetworkInterface, Tag } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** What every instance of the sandbox has alike, as EC2 answers it for one of Amazon Linux. */
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
  StateTransitionReason: "",
  UsageOperation: "RunInstances",
  VirtualizationType: "hvm",
} satisfies Instance;

export interface InstanceSpec {
  instanceId: string;
  /** Its interface of device index 0. */
  primary: NetworkInterface;
  launchedAt: Date;
  state: NonNullable<Instance["State"]>;
  tags: Tag[];
  /** What was asked for: image, type, key, placement. */
  asked: Pick<Instance, "ImageId" | "InstanceType"> & Partial<Instance>;
}

/** Adds an instance to the region. Its interfaces stand by themselves and name it. */
export function newInstance(regionWorld: RegionWorld, spec: InstanceSpec): Instance {
  const { instanceId, primary, launchedAt, asked } = spec;
  const instance: Instance = {
    ...ALIKE,
    ClientToken: "",
    ...asked,
    InstanceId: instanceId,
    BlockDeviceMappings: [
      {
        DeviceName: ALIKE.RootDeviceName,
        Ebs: {
          AttachTime: launchedAt,
          DeleteOnTermination: true,
          Status: "attached",
          VolumeId: instanceId.replace("i-", "vol-"),
        },
      },
    ],
    LaunchTime: launchedAt,
    Placement: {
      AvailabilityZone: primary.AvailabilityZone,
      GroupName: "",
      Tenancy: asked.Placement?.Tenancy ?? "default",
    },
    PrivateDnsName: primary.PrivateDnsName ?? "",
    PrivateIpAddress: primary.PrivateIpAddress,
    State: spec.state,
    SubnetId: primary.SubnetId,
    Tags: spec.tags,
    UsageOperationUpdateTime: launchedAt,
    VpcId: primary.VpcId,
  };
  regionWorld.instances.push(instance);
  return instance;
}
