import {
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  CreateNetworkInterfaceCommand,
  CreateVpcBlockPublicAccessExclusionCommand,
  CreateVpcCommand,
} from "@aws-sdk/client-ec2";
import { describeQuotas, fill, type QuotaPlace } from "./describe-quotas.test-builder";

const exclude = ({ ec2 }: QuotaPlace, excluded: { SubnetId?: string; VpcId?: string }) =>
  ec2.send(
    new CreateVpcBlockPublicAccessExclusionCommand({
      ...excluded,
      InternetGatewayExclusionMode: "allow-egress",
    }),
  );

describeQuotas("VPCs, subnets and what is in them", [
  {
    quota: "VPCs per Region",
    value: 5,
    code: "L-F678F1CE",
    error: "VpcLimitExceeded",
    prepare: (place, value) => {
      fill(place.region.vpcs, value);
    },
    ask: (place) => place.ec2.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" })),
  },
  {
    quota: "Subnets per VPC",
    value: 200,
    code: "L-407747CB",
    error: "SubnetLimitExceeded",
    prepare: (place, value) => {
      fill(place.region.subnets, value);
    },
    ask: (place, turn) => place.calls.createSubnet(place.vpcId, `10.0.${String(turn + 1)}.0/24`),
  },
  {
    quota: "Network ACLs per VPC",
    value: 200,
    code: "L-B4A6D682",
    error: "NetworkAclLimitExceeded",
    prepare: (place, value) => {
      fill(place.region.networkAcls, value);
    },
    ask: (place) => place.ec2.send(new CreateNetworkAclCommand({ VpcId: place.vpcId })),
  },
  {
    quota: "Rules per network ACL, in one direction, with AWS's own",
    value: 20,
    code: "L-2AEEBF1A",
    error: "NetworkAclEntryLimitExceeded",
    prepare: (place, value) => {
      fill(place.region.networkAcls[0]?.Entries ?? [], value, (entry) => entry.Egress === false);
    },
    ask: (place, turn) =>
      place.ec2.send(
        new CreateNetworkAclEntryCommand({
          NetworkAclId: place.region.networkAcls[0]?.NetworkAclId,
          RuleNumber: 500 + turn,
          Protocol: "-1",
          RuleAction: "allow",
          Egress: false,
          CidrBlock: "10.0.0.0/8",
        }),
      ),
  },
  {
    quota: "Network interfaces per Region",
    value: 5000,
    code: "L-DF5E4CA3",
    error: "NetworkInterfaceLimitExceeded",
    prepare: async (place, value) => {
      await place.ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: place.subnetId }));
      fill(place.region.networkInterfaces, value);
    },
    ask: (place) => place.ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: place.subnetId })),
  },
  {
    quota: "VPC Block Public Access exclusions",
    value: 50,
    error: "VpcBlockPublicAccessExclusionLimitExceeded",
    prepare: async (place, value) => {
      const other = await place.calls.createSubnet(place.vpcId, "10.0.9.0/24");
      await exclude(place, { SubnetId: other });
      fill(place.region.controls.blockPublicAccessExclusions, value);
    },
    ask: (place, turn) => exclude(place, turn === 0 ? { SubnetId: place.subnetId } : { VpcId: place.vpcId }),
  },
]);
