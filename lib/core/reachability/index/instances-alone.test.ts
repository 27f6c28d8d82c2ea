import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

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
    const closed = { SecurityGroups: [{ GroupId: "sg-closed", VpcId: "vpc-1" }] };
    const network = together(asking({ Groups: [{ GroupId: "sg-closed" }] }), closed);
    expect(ask(network, asked, NOT_READ)).toEqual(unreachable("SG_HAS_NO_RULES"));
    for (const Groups of [[], undefined])
      expect(ask(asking({ Groups }), asked, NOT_READ)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
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
    ["a subnet", { SubnetId: undefined }],
    ["a VPC, nor a subnet that was read", { VpcId: undefined, SubnetId: "subnet-unread" }],
  ])("is nobody's without %s", (_, own) => {
    const asked = { source: { connection }, destination: { cidr: "10.1.2.30/32" } };
    expect(ask(asking(own), asked, NOT_READ)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

describe("an instance of whose interfaces nothing was told", () => {
  const own = {
    InstanceId: "i-app",
    State: { Name: "running" as const },
    VpcId: "vpc-1",
    SubnetId: "subnet-1b",
    PrivateIpAddress: "10.1.2.30",
    SecurityGroups: [{ GroupId: "sg-1" }],
    NetworkInterfaces: undefined,
  };
  const telling = (more: object = {}, resources: object = {}) =>
    together(
      openVpc(1),
      { Reservations: [{ ReservationId: "r-1", Instances: [{ ...own, ...more }] }] },
      resources,
    );
  const TO_IT = { source: { connection }, destination: { instanceId: "i-app" } };

  it.each([
    ["its id", { instanceId: "i-app" }],
    ["its address", { cidr: "10.1.2.30/32" }],
  ])("is met by %s where its own members say it is", (_, destination) => {
    for (const NetworkInterfaces of [undefined, []])
      expect(ask(telling({ NetworkInterfaces }), { ...TO_IT, destination })).toEqual(REACHABLE);
    expect(ask(telling({ VpcId: undefined }), { ...TO_IT, destination })).toEqual(REACHABLE);
    const [trace] = answerOf(telling(), { ...TO_IT, destination }).traces;
    expect(trace?.forward.at(-1)).toMatchObject({ kind: "instance", resourceId: "i-app" });
  });

  it("is filtered by its own groups, and stops with its state", () => {
    const closed = { SecurityGroups: [{ GroupId: "sg-closed", VpcId: "vpc-1" }] };
    const SecurityGroups = [{ GroupId: "sg-closed" }];
    expect(ask(telling({ SecurityGroups }, closed), TO_IT)).toEqual(unreachable("SG_HAS_NO_RULES"));
    expect(ask(telling({ State: { Name: "stopped" } }), TO_IT)).toEqual(unreachable("BAD_STATE"));
    expect(ask(telling({ SecurityGroups: undefined }), TO_IT)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it("sends from there, without a public address where none is told", () => {
    const routes = [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }];
    const gateways = { InternetGateways: [anInternetGateway()] };
    const out = { source: { instanceId: "i-app" }, destination: { cidr: "8.8.8.8/32" } };
    const network = (more: object) =>
      together(openVpc(1, { routes }), gateways, {
        Reservations: [{ ReservationId: "r-1", Instances: [{ ...own, ...more }] }],
      });
    expect(ask(network({ PublicIpAddress: "203.0.113.30" }), out)).toEqual(REACHABLE);
    expect(ask(network({}), out)).toEqual(unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"));
    const inwards = { source: { cidr: "8.8.4.4/32" }, destination: { instanceId: "i-app" } };
    expect(ask(network({ PublicIpAddress: "203.0.113.30" }), inwards)).toEqual(REACHABLE);
    expect(ask(network({}), inwards)).toEqual(
      unreachable("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"),
    );
  });

  it("sends and answers over IPv6 by the address that it tells", () => {
    const told = { Ipv6Address: "2600:1f18:100:2::30" };
    const destination = { cidr: "2600:1f18:100:2::30/128" };
    const asked = { source: { networkInterfaceId: "eni-1a" }, destination };
    expect(ask(telling(told), asked)).toEqual(REACHABLE);
    expect(ask(telling(), asked)).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
  });

  it("is where an interface says that is attached to it", () => {
    const at = (DeviceIndex: number | undefined, PrivateIpAddress: string) => ({
      NetworkInterfaces: [
        aNetworkInterface({
          NetworkInterfaceId: `eni-${PrivateIpAddress}`,
          SubnetId: "subnet-1b",
          PrivateIpAddress,
          Groups: [{ GroupId: "sg-1" }],
          Attachment: { InstanceId: "i-app", DeviceIndex },
        }),
      ],
    });
    const ends = (resources: object) =>
      answerOf(telling({}, resources), TO_IT).traces.map(({ forward }) =>
        forward.find(({ kind }) => kind === "network-interface" || kind === "instance"),
      );
    expect(ends(at(0, "10.1.2.31"))).toMatchObject([{ resourceId: "eni-10.1.2.31" }]);
    expect(ends(at(undefined, "10.1.2.31"))).toMatchObject([{ resourceId: "eni-10.1.2.31" }]);
    expect(ends(at(1, "10.1.2.30"))).toMatchObject([{ resourceId: "eni-10.1.2.30" }]);
    // Only a second one was read: the first is the instance's own.
    expect(ends(at(1, "10.1.2.31"))).toMatchObject([{ resourceId: "i-app" }]);
    const both = together(at(1, "10.1.2.31"), at(0, "10.1.2.30"));
    expect(ends(both)).toMatchObject([{ resourceId: "eni-10.1.2.30" }]);
  });

  it("that is terminated is reached by nobody and reaches nobody in the matrix", () => {
    const gone = { VpcId: undefined, SubnetId: undefined, State: { Name: "terminated" } };
    const target = { destination: { cidr: "10.1.2.10/32" }, protocol: "tcp" as const, port: 443 };
    const rows = evaluateMatrix(networkWithout(telling(gone), []), [{ instanceId: "i-app" }], [target]);
    expect(rows).toEqual([["unreachable"]]);
  });

  it("is somewhere unknown where it tells no place, unless it is terminated", () => {
    const nowhere = { VpcId: undefined, SubnetId: undefined };
    const from = { source: { instanceId: "i-app" }, destination: { cidr: "10.1.2.10/32" } };
    expect(ask(telling(nowhere), TO_IT)).toEqual(unknown("UNKNOWN_DESTINATION"));
    expect(ask(telling(nowhere), from)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    expect(ask(telling({ PrivateIpAddress: undefined }), TO_IT)).toEqual(unknown("UNKNOWN_DESTINATION"));
    expect(ask(telling({ PrivateIpAddress: undefined }), from)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    for (const Name of ["terminated", "shutting-down"])
      for (const asked of [TO_IT, from])
        expect(ask(telling({ ...nowhere, State: { Name } }), asked)).toEqual(
          unreachable("UNASSOCIATED_COMPONENT"),
        );
  });
});
