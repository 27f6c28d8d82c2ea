import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aNetworkInterface,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../../network/build-network";
import { evaluateFlow } from "../evaluate-flow";
import type { Flow, FlowDestination } from "../flow";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { changeKind } from "../matrix/verdict-changes";

const open = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
const entry = { RuleNumber: 100, Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0" } as const;
const network = buildNetwork({
  captures: [
    aFullCapture({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      RouteTables: [aRouteTable()],
      NetworkAcls: [
        aNetworkAcl({
          Entries: [
            { ...entry, Egress: true },
            { ...entry, Egress: false },
          ],
        }),
      ],
      SecurityGroups: [aSecurityGroup({ IpPermissions: open })],
      NetworkInterfaces: [
        aNetworkInterface({
          NetworkInterfaceId: "eni-1",
          PrivateIpAddress: "10.0.1.10",
          Groups: [{ GroupId: "sg-1" }],
        }),
        aNetworkInterface({
          NetworkInterfaceId: "eni-2",
          PrivateIpAddress: "10.0.1.11",
          Groups: [{ GroupId: "sg-1" }],
        }),
        { NetworkInterfaceId: "eni-none" },
      ],
      Functions: [aFunction(), aFunction({ FunctionName: "idle", VpcConfig: undefined })],
    }),
  ],
});
const there: FlowDestination = { networkInterfaceId: "eni-2" };
const ask = (flow: Pick<Flow, "source"> & Partial<Flow>) =>
  evaluateFlow(network, { destination: there, protocol: "tcp", ...flow });

describe("an address that sends", () => {
  it("is the interface that has it", () => {
    const { verdict, traces } = ask({ source: { cidr: "10.0.1.10/32" } });
    expect(verdict).toBe("reachable");
    expect(traces).toMatchObject([{ networkInterfaceId: "eni-1", subnetId: "subnet-1" }]);
  });

  it("may be anybody's in the subnet where no interface has it, so what its groups allow is not known", () => {
    expect(ask({ source: { cidr: "10.0.1.77/32" } })).toMatchObject({
      verdict: "unknown",
      traces: [{ subnetId: "subnet-1" }],
    });
    expect(ask({ source: { cidr: "10.0.1.0/25" } }).verdict).toBe("unknown");
  });

  it("comes from no place of the VPC where no subnet holds it", () => {
    expect(ask({ source: { cidr: "10.0.200.1/32" } }).traces).toMatchObject([{ subnetId: null }]);
  });

  it("is the internet at large where every address is named", () => {
    expect(ask({ source: { cidr: "0.0.0.0/0" } })).toMatchObject({ verdict: "unreachable" });
  });
});

describe("a function in no VPC", () => {
  const source = { functionName: "idle" };

  it.each<[verdict: string, why: string, flow: Partial<Flow>]>([
    ["reachable", "the internet by TCP", { destination: { internet: true } }],
    ["unreachable", "private addresses", { destination: { cidr: "10.0.1.10/32" } }],
    ["unreachable", "the internet by ICMP", { destination: { internet: true }, protocol: "icmp" }],
    ["mixed", "the internet by some protocols", { destination: { internet: true }, protocol: "all" }],
    ["unreachable", "other functions", { destination: { functionName: "orders" } }],
    ["unreachable", "IPv6", { destination: { cidr: "2606:4700::1/128" } }],
  ])("finds %s: %s", (verdict, _why, flow) => {
    expect(ask({ source, ...flow }).verdict).toBe(verdict);
  });
});

describe("a row of the matrix", () => {
  it("finds no way by IPv6 for what has no such address", () => {
    const targets = [{ destination: { cidr: "2606:4700::1/128" }, protocol: "tcp" as const, port: 443 }];
    const source = { networkInterfaceId: "eni-1" };
    expect(evaluateMatrix(network, [source], targets)).toEqual([["unreachable"]]);
    expect(ask({ source, ...targets[0] }).verdict).toBe("unreachable");
  });

  it.each([{ functionName: "idle" }, { networkInterfaceId: "eni-none" }, { cidr: "10.0.1.77/32" }])(
    "says of %j what the single questions say",
    (source) => {
      const targets = [
        there,
        { networkInterfaceId: "eni-none" },
        { functionName: "orders" },
        { internet: true as const },
      ].map((destination) => ({ destination, protocol: "tcp" as const, port: 443 }));
      expect(evaluateMatrix(network, [source], targets)).toEqual([
        targets.map((target) => evaluateFlow(network, { source, ...target }).verdict),
      ]);
    },
  );
});

describe("a change of a verdict", () => {
  it.each([
    ["unreachable", "reachable", "gained"],
    ["reachable", "unreachable", "lost"],
    ["mixed", "reachable", "gained"],
    ["reachable", "mixed", "mixed"],
    ["mixed", "mixed", "unchanged"],
    ["unknown", "reachable", "unclear"],
    ["reachable", "unknown", "unclear"],
  ] as const)("from %s to %s is %s", (before, after, kind) => {
    expect(changeKind({ before, after })).toBe(kind);
  });
});
