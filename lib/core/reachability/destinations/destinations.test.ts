import { describe, expect, it } from "vitest";
import { aCacheCluster, aDbInstance } from "@/lib/testing/builders/destinations";
import { aFunction } from "@/lib/testing/builders/functions";
import { aLambdaInterface, aNetworkInterface, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowDestination } from "../flow";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";
import { asked } from "./ask-orders.test-builder";

describe("a database as a destination", () => {
  const db: FlowDestination = { dbInstanceIdentifier: "orders-db" };
  const rds = (Groups: { GroupId: string }[]) =>
    aNetworkInterface({
      NetworkInterfaceId: "eni-db",
      PrivateIpAddress: "10.0.1.50",
      Description: "RDSNetworkInterface",
      Groups,
    });

  it("is somewhere in its subnets where no interface is its own", () => {
    expect(asked(db)).toMatchObject({ verdict: "reachable", ends: ["orders-db"] });
    expect(asked(db, { NetworkInterfaces: [rds([{ GroupId: "sg-other" }])] }).ends).toEqual(["orders-db"]);
  });

  it("is its interface where one in its subnets has its groups", () => {
    expect(asked(db, { NetworkInterfaces: [rds([{ GroupId: "sg-1" }])] })).toMatchObject({
      verdict: "reachable",
      ends: ["eni-db"],
    });
  });

  it("lets nobody in that its groups do not; where none was told, they were not read", () => {
    const closed = aDbInstance({ VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-none" }, {}] });
    const SecurityGroups = [aSecurityGroup(), aSecurityGroup({ GroupId: "sg-none" })];
    expect(asked(db, { DBInstances: [closed], SecurityGroups }).verdict).toBe("unreachable");
    for (const VpcSecurityGroups of [undefined, []])
      expect(asked(db, { DBInstances: [{ ...aDbInstance(), VpcSecurityGroups }] }).verdict).toBe("unknown");
  });

  it("is in any of its subnets where its zones are not theirs", () => {
    const Subnets = [{ SubnetIdentifier: "subnet-1" }, { SubnetIdentifier: "subnet-2" }, {}];
    const wide = aDbInstance({ AvailabilityZone: undefined, DBSubnetGroup: { Subnets } });
    expect(asked(db, { DBInstances: [wide] }).verdict).toBe("reachable");
  });
});

describe("a cache as a destination", () => {
  const cache: FlowDestination = { cacheClusterId: "sessions" };

  it("is the interface that names it, whatever its groups where these were not told", () => {
    const own = aNetworkInterface({
      NetworkInterfaceId: "eni-cache",
      PrivateIpAddress: "10.0.1.60",
      Description: "ElastiCache sessions",
      Groups: [{ GroupId: "sg-1" }],
    });
    const resources = { CacheClusters: [aCacheCluster()], NetworkInterfaces: [own] };
    expect(asked(cache, resources)).toMatchObject({ verdict: "reachable", ends: ["eni-cache"] });
  });

  it("is not known to let anybody in where neither its groups nor an interface was read", () => {
    expect(asked(cache, { CacheClusters: [aCacheCluster()] }).verdict).toBe("unknown");
  });
});

describe("a function as a destination", () => {
  const fn: FlowDestination = { functionName: "billing" };
  const Functions = [aFunction(), aFunction({ FunctionName: "billing" })];

  it("is reached by nobody, with its interface or without one, in a VPC or in none", () => {
    const NetworkInterfaces = [
      aLambdaInterface({ NetworkInterfaceId: "eni-fn", PrivateIpAddress: "10.0.1.70" }),
    ];
    const idle = aFunction({ FunctionName: "billing", VpcConfig: undefined });
    const untold = NetworkInterfaces.map((one) => ({ ...one, VpcId: undefined }));
    for (const resources of [
      { Functions, NetworkInterfaces },
      { Functions, NetworkInterfaces: untold },
      { Functions },
      { Functions: [aFunction(), idle] },
    ]) {
      const { verdict, codes } = asked(fn, resources);
      expect(verdict).toBe("unreachable");
      expect(codes).toContain("LAMBDA_ACCEPTS_NO_INBOUND");
    }
  });

  it("is reached by nobody from a subnet that was not read either", () => {
    const source = { connection: { subnetIds: ["subnet-unread"], securityGroupIds: ["sg-1"] } };
    const network = networkWithout({ Functions }, []);
    const question = { source, destination: fn, protocol: "tcp" as const, port: 443 };
    const { verdict, traces } = evaluateFlow(network, question);
    expect(verdict).toBe("unreachable");
    expect(traces.map(({ explanations }) => explanations[0]?.code)).toEqual(["LAMBDA_ACCEPTS_NO_INBOUND"]);
    const { destination, protocol, port } = question;
    expect(evaluateMatrix(network, [source], [{ destination, protocol, port }])).toEqual([["unreachable"]]);
  });
});
