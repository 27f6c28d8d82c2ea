import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  DescribeAddressesCommand,
  DescribeInstancesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeTagsCommand,
  DescribeVpcsCommand,
  DisassociateAddressCommand,
  EC2Client,
  ReleaseAddressCommand,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { startEc2 } from "@/lib/testing/start-ec2";

const { sandbox, ec2 } = await startEc2();

/** An instance of the demo's production network, which has an internet gateway. */
async function prodInstance() {
  const { Vpcs } = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: "tag:Name", Values: ["prod-vpc"] }] }),
  );
  const { Reservations } = await ec2.send(
    new DescribeInstancesCommand({ Filters: [{ Name: "vpc-id", Values: [Vpcs?.[0]?.VpcId ?? ""] }] }),
  );
  const instance = Reservations?.[0]?.Instances?.[0];
  return { id: instance?.InstanceId, eni: instance?.NetworkInterfaces?.[0]?.NetworkInterfaceId };
}

describe("an Elastic IP address", () => {
  it("is allocated, associated, moved, taken off and released", async () => {
    const { id: InstanceId, eni } = await prodInstance();
    const made = await ec2.send(
      new AllocateAddressCommand({
        TagSpecifications: [{ ResourceType: "elastic-ip", Tags: [{ Key: "Name", Value: "mail" }] }],
      }),
    );
    expect(made).toMatchObject({ Domain: "vpc", NetworkBorderGroup: "eu-west-1", PublicIpv4Pool: "amazon" });
    const { AllocationId, PublicIp } = made;
    const { AssociationId } = await ec2.send(new AssociateAddressCommand({ AllocationId, InstanceId }));
    const repeat = await ec2.send(new AssociateAddressCommand({ AllocationId, NetworkInterfaceId: eni }));
    expect(repeat.AssociationId).toBe(AssociationId);
    const { Addresses } = await ec2.send(
      new DescribeAddressesCommand({ Filters: [{ Name: "instance-id", Values: [InstanceId ?? ""] }] }),
    );
    expect(Addresses?.[0]).toMatchObject({
      AllocationId,
      AssociationId,
      NetworkInterfaceId: eni,
      Tags: [{ Key: "Name", Value: "mail" }],
    });
    const { NetworkInterfaces } = await ec2.send(
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [eni ?? ""] }),
    );
    expect(NetworkInterfaces?.[0]?.Association?.PublicIp).toBe(PublicIp);
    const release = () => ec2.send(new ReleaseAddressCommand({ AllocationId }));
    await expect(release()).rejects.toMatchObject({
      name: "InvalidIPAddress.InUse",
      message: `Address ${PublicIp ?? ""} is in use.`,
    });
    await expect(ec2.send(new ReleaseAddressCommand({ PublicIp }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await ec2.send(new DisassociateAddressCommand({ AssociationId }));
    await expect(ec2.send(new DisassociateAddressCommand({ AssociationId }))).rejects.toMatchObject({
      name: "InvalidAssociationID.NotFound",
    });
    await release();
    await expect(release()).rejects.toMatchObject({ name: "InvalidAllocationID.NotFound" });
    const { Tags } = await ec2.send(
      new DescribeTagsCommand({ Filters: [{ Name: "resource-id", Values: [AllocationId ?? ""] }] }),
    );
    expect(Tags).toEqual([]);
  });

  it("drives out another, but not when reassociation is refused", async () => {
    const { eni: NetworkInterfaceId } = await prodInstance();
    const first = await ec2.send(new AllocateAddressCommand({}));
    const second = await ec2.send(new AllocateAddressCommand({}));
    await ec2.send(new AssociateAddressCommand({ AllocationId: first.AllocationId, NetworkInterfaceId }));
    await ec2.send(new AssociateAddressCommand({ AllocationId: second.AllocationId, NetworkInterfaceId }));
    const { Addresses } = await ec2.send(
      new DescribeAddressesCommand({ AllocationIds: [first.AllocationId ?? ""] }),
    );
    expect(Addresses?.[0]?.AssociationId).toBeUndefined();
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
    const other = NetworkInterfaces?.find(
      (eni) =>
        eni.RequesterManaged === false &&
        eni.VpcId === NetworkInterfaces.find((one) => one.NetworkInterfaceId === NetworkInterfaceId)?.VpcId &&
        eni.NetworkInterfaceId !== NetworkInterfaceId,
    );
    await expect(
      ec2.send(
        new AssociateAddressCommand({
          AllocationId: second.AllocationId,
          NetworkInterfaceId: other?.NetworkInterfaceId,
          AllowReassociation: false,
        }),
      ),
    ).rejects.toMatchObject({ name: "Resource.AlreadyAssociated" });
    await ec2.send(new DisassociateAddressCommand({ PublicIp: second.PublicIp }));
    for (const { AllocationId } of [first, second])
      await ec2.send(new ReleaseAddressCommand({ AllocationId }));
  });

  it("is refused to what cannot have one", async () => {
    const { AllocationId, PublicIp } = await ec2.send(new AllocateAddressCommand({}));
    const associate = (input: object) => ec2.send(new AssociateAddressCommand({ AllocationId, ...input }));
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
    const managed = NetworkInterfaces?.find((eni) => eni.RequesterManaged === true);
    await expect(associate({ NetworkInterfaceId: managed?.NetworkInterfaceId })).rejects.toMatchObject({
      name: "AuthFailure",
    });
    const gateways = new Set(
      sandbox.regionWorld().internetGateways.map((gateway) => gateway.Attachments?.[0]?.VpcId),
    );
    const isolated = NetworkInterfaces?.find(
      (eni) => eni.RequesterManaged === false && !gateways.has(eni.VpcId),
    );
    await expect(associate({ NetworkInterfaceId: isolated?.NetworkInterfaceId })).rejects.toMatchObject({
      name: "Gateway.NotAttached",
      message: `Network ${isolated?.VpcId ?? ""} is not attached to any internet gateway`,
    });
    await expect(associate({})).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(associate({ InstanceId: "i-0123456789abcdef0" })).rejects.toMatchObject({
      name: "InvalidInstanceID.NotFound",
    });
    await expect(
      ec2.send(new AssociateAddressCommand({ PublicIp: "192.0.2.1", InstanceId: "i-0123456789abcdef0" })),
    ).rejects.toMatchObject({ name: "InvalidAddress.NotFound" });
    await expect(ec2.send(new AllocateAddressCommand({ Address: PublicIp }))).rejects.toMatchObject({
      name: "AuthFailure",
    });
    await expect(
      ec2.send(new AllocateAddressCommand({ NetworkBorderGroup: "us-east-1" })),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  it("is one of five in a region", async () => {
    const far = new EC2Client({ ...sandbox.clientConfig(), region: "ap-south-1" });
    for (let index = 0; index < 5; index += 1) await far.send(new AllocateAddressCommand({}));
    await expect(far.send(new AllocateAddressCommand({}))).rejects.toMatchObject({
      name: "AddressLimitExceeded",
      message: "The maximum number of addresses has been reached.",
    });
  });
});
