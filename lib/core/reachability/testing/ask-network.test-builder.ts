import { buildNetwork } from "@/lib/core/network/build-network";
import { keyOfCall, readCalls, type ReadCall } from "@/lib/core/network/calls";
import type { Network } from "@/lib/core/network/network";
import type { Resources } from "@/lib/core/network/resources";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aNetworkInterface,
  aRoute,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";
import { evaluateFlow } from "../evaluate-flow";
import type { Flow } from "../flow";
import type { Verdict } from "../trace";

type Route = Parameters<typeof aRoute>[0];

const ANYWHERE = [
  { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }], Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
];

/** One VPC of two subnets with an interface in each, where everything is open and `routes` are in the main table. */
export function twoSubnets(routes: readonly Route[] = [], more: Resources = {}): Resources {
  const entry = { RuleNumber: 100, Protocol: "-1", RuleAction: "allow" as const, CidrBlock: "0.0.0.0/0" };
  return {
    Vpcs: [aVpc()],
    Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2", CidrBlock: "10.0.2.0/24" })],
    NetworkAcls: [
      aNetworkAcl({
        Associations: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
        Entries: [
          { ...entry, Egress: true },
          { ...entry, Egress: false },
        ],
      }),
    ],
    SecurityGroups: [aSecurityGroup({ IpPermissions: ANYWHERE }), aSecurityGroup({ GroupId: "sg-closed" })],
    RouteTables: [
      aRouteTable({ Routes: [aRoute(), ...routes.map((route) => ({ State: "active" as const, ...route }))] }),
    ],
    NetworkInterfaces: [
      aNetworkInterface({ Association: { PublicIp: "203.0.113.50" } }),
      aNetworkInterface({
        NetworkInterfaceId: "eni-2",
        SubnetId: "subnet-2",
        PrivateIpAddress: "10.0.2.10",
        Groups: [{ GroupId: "sg-closed" }],
        Association: { PublicIp: "203.0.113.60" },
      }),
    ],
    ...more,
  };
}

/** The network of these resources, where all but `unread` was read. */
export function networkWithout(resources: Resources, unread: readonly ReadCall[]): Network {
  const keys = new Set<string>(unread.map((call) => keyOfCall[call]));
  const kept = Object.fromEntries(Object.entries(resources).filter(([key]) => !keys.has(key)));
  const coverage = readCalls.map((call) => ({
    call,
    status: unread.includes(call) ? ("absent" as const) : ("ok" as const),
  }));
  return buildNetwork({ captures: [aFullCapture(kept, { coverage })] });
}

/** What the engine says where all but `unread` was read. */
export function verdictOf(
  resources: Resources,
  flow: Partial<Flow>,
  unread: readonly ReadCall[] = [],
): Verdict {
  const network = networkWithout(resources, unread);
  const traffic = flow.protocol === undefined ? { protocol: 6, port: 443 } : { protocol: flow.protocol };
  const usual = { source: { networkInterfaceId: "eni-1" }, destination: { cidr: "8.8.8.8/32" }, ...traffic };
  return evaluateFlow(network, { ...usual, ...flow }).verdict;
}
