import { describe, expect, it } from "vitest";
import { ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc } from "../cases/open-vpc.test-builder";

const NOT_READ = ["DescribeNetworkInterfaces"] as const;

/** An instance with one interface in the second subnet, as DescribeInstances tells of it. */
function anInstance(id: string, own: object = {}) {
  const networkInterface = {
    NetworkInterfaceId: `eni-${id}`,
    VpcId: "vpc-1",
    SubnetId: "subnet-1b",
    PrivateIpAddress: "10.1.2.30",
    Status: "in-use" as const,
    Groups: [{ GroupId: "sg-1" }],
    Attachment: { DeviceIndex: 0 },
    ...own,
  };
  const InstanceId = `i-${id}`;
  return {
    ReservationId: `r-${id}`,
    Instances: [{ InstanceId, State: { Name: "running" as const }, NetworkInterfaces: [networkInterface] }],
  };
}

const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
const asking = (own: object = {}) => ({ ...openVpc(1), Reservations: [anInstance("app", own)] });

describe("an interface that DescribeInstances alone tells of", () => {
  it.each([
    ["its instance", { instanceId: "i-app" }],
    ["its id", { networkInterfaceId: "eni-app" }],
    ["its address", { cidr: "10.1.2.30/32" }],
  ])("is reached by %s", (_, destination) => {
    expect(ask(asking(), { source: { connection }, destination }, NOT_READ)).toEqual(REACHABLE);
  });

  it("is filtered by the groups that are told there", () => {
    const asked = { source: { connection }, destination: { instanceId: "i-app" } };
    expect(ask(asking({ Groups: [] }), asked, NOT_READ)).toEqual(unreachable("SG_HAS_NO_RULES"));
  });

  it("does not answer while its instance is stopped", () => {
    const reservation = anInstance("app");
    const Instances = reservation.Instances.map((one) => ({ ...one, State: { Name: "stopped" as const } }));
    const network = { ...openVpc(1), Reservations: [{ ...reservation, Instances }] };
    const asked = { source: { connection }, destination: { cidr: "10.1.2.30/32" } };
    expect(ask(network, asked, NOT_READ)).toEqual(unreachable("BAD_STATE"));
  });

  it("counts as DescribeNetworkInterfaces has it where that was read", () => {
    const told = { NetworkInterfaceId: "eni-1b", PrivateIpAddress: "10.1.2.99" };
    const asked = { source: { connection }, destination: { cidr: "10.1.2.10/32" } };
    expect(ask(asking(told), asked)).toEqual(REACHABLE);
    expect(ask(asking(told), { ...asked, destination: { cidr: "10.1.2.99/32" } })).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
  });

  it.each([
    ["an id", { NetworkInterfaceId: undefined }],
    ["a VPC", { VpcId: undefined }],
  ])("is nobody's without %s", (_, own) => {
    const asked = { source: { connection }, destination: { cidr: "10.1.2.30/32" } };
    expect(ask(asking(own), asked, NOT_READ)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});
