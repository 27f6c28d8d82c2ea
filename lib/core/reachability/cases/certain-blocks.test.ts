import { expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import {
  aListener,
  aLoadBalancer,
  aLoadBalancerInterface,
  aTargetGroup,
  loadBalancerArn,
  targetsOf,
} from "@/lib/testing/builders/load-balancers";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aNetworkInterface, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unreachable } from "./ask-codes.test-builder";
import { EDGE_TABLE } from "./edge-table.test-builder";
import { openVpc, together, type Permission } from "./open-vpc.test-builder";

it("a permission that names nobody lets nobody in, though which address arrives is not known", () => {
  const nobody = { IpProtocol: "tcp", FromPort: 0, ToPort: 65535, IpRanges: [] };
  const https: Permission = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };
  const asked = (inbound: Permission[]) =>
    ask(openVpc(1, { inbound }), { destination: { networkInterfaceId: "eni-1b" } }, ["DescribeRouteTables"]);
  expect(asked([nobody]).codes).toContain("SG_HAS_NO_RULES");
  expect(
    asked([nobody, { ...https, FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "10.1.0.0/16" }] }]),
  ).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
  expect(asked([nobody, { ...https, IpRanges: [{ CidrIp: "10.9.0.0/16" }] }]).verdict).toBe("unknown");
});

it("who comes from the internet has no group that an appliance's rule could name", () => {
  const network = (from: Permission) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        b: { eni: { Association: { PublicIp: "203.0.113.3" } } },
      }),
      {
        InternetGateways: [anInternetGateway()],
        RouteTables: [EDGE_TABLE],
        NetworkInterfaces: [
          aNetworkInterface({
            NetworkInterfaceId: "eni-firewall",
            VpcId: "vpc-1",
            SubnetId: "subnet-1a",
            PrivateIpAddress: "10.1.1.30",
            SourceDestCheck: false,
            Groups: [{ GroupId: "sg-firewall" }],
          }),
        ],
        SecurityGroups: [
          aSecurityGroup({
            GroupId: "sg-firewall",
            VpcId: "vpc-1",
            IpPermissions: [{ IpProtocol: "-1", ...from }],
          }),
        ],
      },
    );
  const question = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1b" } };
  const byGroup = ask(network({ UserIdGroupPairs: [{ GroupId: "sg-deleted" }] }), question);
  expect(byGroup.verdict).toBe("unreachable");
  expect(byGroup.codes).toContain("ENI_SG_RULES_MISMATCH");
  expect(ask(network({ IpRanges: [{ CidrIp: "8.8.4.0/24" }] }), question).verdict).toBe("unknown");
});

it("the ports of a listener are its ports, whichever address of a NAT gateway sends", () => {
  const arn = loadBalancerArn("gate", "net");
  const network = together(
    openVpc(1, {
      a: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", GatewayId: undefined }] },
      b: {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        eni: {
          Groups: [{ GroupId: "sg-app" }],
          Attachment: { InstanceId: "i-app", DeviceIndex: 0, Status: "attached" },
        },
      },
    }),
    {
      VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
      InternetGateways: [anInternetGateway()],
      NatGateways: [
        aNatGateway({
          VpcId: "vpc-1",
          SubnetId: "subnet-1b",
          NatGatewayAddresses: [
            { PrivateIp: "10.1.2.60", PublicIp: "203.0.113.6", Status: "succeeded" },
            { PrivateIp: "10.1.2.61", PublicIp: "203.0.113.7", Status: "succeeded" },
          ],
        }),
      ],
      LoadBalancers: [
        aLoadBalancer({ LoadBalancerName: "gate", Type: "network", Scheme: "internet-facing" }),
      ],
      Listeners: [aListener(arn, "gate", { Protocol: "TCP_UDP", Port: 443 })],
      TargetGroups: [aTargetGroup("gate", { Protocol: "TCP_UDP" })],
      TargetHealthDescriptions: [targetsOf("gate", ["i-app"])],
      Reservations: [aReservation({ InstanceId: "i-app", SubnetId: "subnet-1b" })],
      // It tells the two addresses apart.
      SecurityGroups: [
        aSecurityGroup({
          GroupId: "sg-app",
          VpcId: "vpc-1",
          IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "203.0.113.6/32" }] }],
        }),
      ],
      NetworkInterfaces: [
        aLoadBalancerInterface(arn, {
          NetworkInterfaceId: "eni-gate",
          VpcId: "vpc-1",
          SubnetId: "subnet-1b",
          PrivateIpAddress: "10.1.2.71",
          Association: { PublicIp: "203.0.113.5" },
          Groups: [],
        }),
      ],
    },
  );
  const { verdict, codes } = ask(network, {
    source: { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } },
    destination: { loadBalancerArn: arn },
    protocol: "tcp",
    port: 8080,
  });
  expect(verdict).toBe("unreachable");
  expect(codes).toEqual(["ELBV2_LISTENERS_MISMATCH"]);
});

it("addresses of a subnet that was not read are their interfaces', all of a range", () => {
  const own = (id: string, PrivateIpAddress: string) =>
    aNetworkInterface({
      NetworkInterfaceId: id,
      VpcId: "vpc-1",
      SubnetId: "subnet-unread",
      PrivateIpAddress,
      Groups: [{ GroupId: "sg-1" }],
    });
  const [entry] = openVpc(1).NetworkAcls ?? [];
  const network = together(openVpc(1), {
    NetworkInterfaces: [own("eni-x", "10.1.9.10"), own("eni-y", "10.1.9.11")],
    NetworkAcls: [{ ...entry, NetworkAclId: "acl-x", Associations: [{ SubnetId: "subnet-unread" }] }],
  });
  const asked = (cidr: string) => ask(network, { destination: { cidr } });
  expect(asked("10.1.9.10/32")).toEqual(asked("10.1.9.11/32"));
  expect(asked("10.1.9.10/31")).toEqual(asked("10.1.9.10/32"));
  expect(asked("10.1.9.10/31")).toEqual(REACHABLE);
  expect(asked("10.1.9.12/31")).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
});
