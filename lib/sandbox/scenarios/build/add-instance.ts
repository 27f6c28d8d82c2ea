import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import { type Builder, MADE_AT, named } from "./builder";

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
  const groups = spec.groups.map((group) => ({ GroupId: group.groupId, GroupName: group.name }));
  regionWorld.instances.push({
    InstanceId: instanceId,
    ImageId: "ami-0c1c30571d2dae5c9",
    InstanceType: "t3.small",
    LaunchTime: MADE_AT,
    Monitoring: { State: "disabled" },
    Placement: { AvailabilityZone: spec.subnet.zone, Tenancy: "default" },
    PrivateDnsName: eni.PrivateDnsName,
    PrivateIpAddress: eni.PrivateIpAddress,
    SecurityGroups: groups,
    SourceDestCheck: true,
    State: { Code: 16, Name: "running" },
    SubnetId: spec.subnet.subnetId,
    VpcId: spec.subnet.vpcId,
    NetworkInterfaces: [
      {
        NetworkInterfaceId: eni.NetworkInterfaceId,
        SubnetId: spec.subnet.subnetId,
        VpcId: spec.subnet.vpcId,
        OwnerId: regionWorld.accountId,
        PrivateIpAddress: eni.PrivateIpAddress,
        Groups: groups,
        Status: "in-use",
        SourceDestCheck: true,
      },
    ],
    Tags: named(spec.name, spec.tags),
  });
}
