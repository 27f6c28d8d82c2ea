import { describe, expect, it } from "vitest";
import { findDrivenOperations, operationKey, operationsIn } from "./find-driven-operations";
import { listOperations } from "./list-operations";

describe("finding the operations that a test drives", () => {
  it("sees commands by name, by alias and through a namespace, each of its own service", () => {
    const source = `
      import { EC2Client, DescribeVpcsCommand, DeleteVpcCommand, type Vpc } from "@aws-sdk/client-ec2";
      import { GetPolicyCommand as GetManagedPolicy } from "@aws-sdk/client-iam";
      import * as elbv2 from "@aws-sdk/client-elastic-load-balancing-v2";
      await new EC2Client({}).send(new DescribeVpcsCommand({}));
      await iam.send(new GetManagedPolicy({ PolicyArn }));
      await balancers.send(new elbv2.DescribeListenersCommand({}));
    `;
    expect(operationsIn(source)).toEqual([
      { service: "ec2", operation: "DescribeVpcs" },
      { service: "iam", operation: "GetPolicy" },
      { service: "elasticloadbalancing", operation: "DescribeListeners" },
    ]);
  });

  it("does not take an import for a call", () => {
    expect(operationsIn(`import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";`)).toEqual([]);
  });
});

describe("the sandbox's operations", () => {
  it("are each driven by the real SDK in a test", () => {
    const driven = findDrivenOperations();
    const operations = listOperations().map(operationKey);
    expect(operations.length).toBeGreaterThan(50);
    expect(operations.filter((operation) => !driven.has(operation))).toEqual([]);
  });
});
