import { expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { commonTargets, type KnownTarget } from "../targets/known-targets";
import { networkWithout } from "../testing/ask-network.test-builder";
import { changeKind, verdictChanges } from "./verdict-changes";

it("an attach gains what is in the VPC and loses the internet that the VPC does not have", () => {
  const network = networkWithout(
    together(openVpc(1), { Functions: [aFunction({ VpcConfig: undefined })] }),
    [],
  );
  const inside: KnownTarget = {
    key: "peer:vpc-1:10.1.2.10/32",
    kind: "peer-vpc",
    label: "eni-1b",
    destination: { cidr: "10.1.2.10/32" },
    protocol: "tcp",
    port: 443,
    vpcId: "vpc-1",
  };
  const [internet] = commonTargets();
  const targets = internet ? [internet, inside] : [inside];
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const changes = verdictChanges(
    { network, source: { functionName: "orders" } },
    { network, source: { connection } },
    targets,
  );
  expect(changes).toEqual([
    { target: internet, before: "reachable", after: "unreachable" },
    { target: inside, before: "unreachable", after: "reachable" },
  ]);
  expect(changes.map(changeKind)).toEqual(["lost", "gained"]);
});
