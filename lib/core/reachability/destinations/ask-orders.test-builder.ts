import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { aFunction } from "@/lib/testing/builders/functions";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../../network/build-network";
import type { Resources } from "../../network/resources";
import type { CoverageEntry } from "../../network/snapshot";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowDestination } from "../flow";

const open = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
const entry = { RuleNumber: 100, Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0" } as const;

/** Everything open in one VPC with Amazon's resolver on. */
const base: Resources = {
  Vpcs: [aVpc()],
  VpcAttributes: [
    { VpcId: "vpc-1", EnableDnsSupport: { Value: true } },
    { VpcId: "vpc-1", EnableDnsHostnames: { Value: true } },
  ],
  Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2", CidrBlock: "10.0.2.0/24" })],
  RouteTables: [aRouteTable()],
  NetworkAcls: [
    aNetworkAcl({
      Associations: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
      Entries: [
        { ...entry, Egress: true },
        { ...entry, Egress: false },
      ],
    }),
  ],
  SecurityGroups: [aSecurityGroup({ IpPermissions: open })],
  NetworkInterfaces: [],
  Functions: [aFunction()],
  DBInstances: [aDbInstance()],
  CacheClusters: [aCacheCluster({ SecurityGroups: [{ SecurityGroupId: "sg-1" }] })],
  CacheSubnetGroups: [aCacheSubnetGroup()],
};

/** What `orders` is told of a destination on 443. */
export function asked(destination: FlowDestination, resources: Resources = {}, gaps: CoverageEntry[] = []) {
  const capture = aFullCapture({ ...base, ...resources });
  const denied = new Set(gaps.map(({ call }) => call));
  const coverage = [...capture.coverage.filter(({ call }) => !denied.has(call)), ...gaps];
  const network = buildNetwork({ captures: [{ ...capture, coverage }] });
  const source = { functionName: "orders" };
  const { verdict, traces } = evaluateFlow(network, { source, destination, protocol: "tcp", port: 443 });
  const codes = traces.flatMap((trace) =>
    [...trace.explanations, ...trace.notEvaluated].map(({ code }) => code),
  );
  const messages = traces.flatMap(({ explanations }) => explanations.map(({ message }) => message));
  return { verdict, codes, messages, ends: traces.map(({ forward }) => forward.at(-1)?.resourceId) };
}
