import { describe, expect, it } from "vitest";
import type { MarkedHop } from "../../reachability/sentence/number-blocks";
import { pathChain } from "./path-chain";
import { edge, node, smallGraph } from "./view.test-builder";
import { toViewGraph } from "./view-graph";

const hop = (resourceId: string, effect?: "connectivity" | "authorization"): MarkedHop => ({
  hop: { kind: "other", resourceId },
  blocks:
    effect === undefined
      ? []
      : [
          {
            number: 1,
            explanation: { code: "BAD_STATE", direction: "forward", effect, message: "" },
            alike: [],
          },
        ],
});
const ends = { from: "function:orders-api", to: "internet" };

describe("pathChain", () => {
  it("lights what the packet passes, from the function that a connection holds, with the containers around", () => {
    const hops = [hop("eni-1"), hop("private"), hop("rtb-1"), hop("nat"), hop("igw")];
    const chain = pathChain(smallGraph(), hops, ends);
    expect(chain.downstream.map(({ id }) => id)).toEqual([
      "connection>private",
      "private>nat",
      "nat>igw",
      "igw>internet",
    ]);
    expect([...chain.nodeIds].sort()).toEqual([
      "connection",
      "igw",
      "internet",
      "nat",
      "private",
      "public",
      "vpc",
      "zone",
    ]);
    expect(chain.blockedIds.size).toBe(0);
  });

  it("lights no edge that the packet does not take", () => {
    const chain = pathChain(smallGraph(), [hop("private")], { ...ends, to: "10.0.0.1" });
    expect([...chain.edgeIds]).toEqual(["connection>private"]);
  });

  it("marks where the packet is stopped, at the last node drawn before what is not drawn", () => {
    const atNode = pathChain(smallGraph(), [hop("private", "connectivity")], ends);
    expect([...atNode.blockedIds]).toEqual(["private"]);
    const atTable = pathChain(smallGraph(), [hop("private"), hop("rtb-1", "connectivity")], ends);
    expect([...atTable.blockedIds]).toEqual(["private"]);
    const first = pathChain(smallGraph(), [hop("eni-1", "connectivity")], ends);
    expect([...first.blockedIds]).toEqual(["connection"]);
    const unknown = pathChain(smallGraph(), [hop("eni-1", "connectivity")], { from: "eni-1", to: "eni-2" });
    expect(unknown.blockedIds.size).toBe(0);
  });

  it("marks nothing for what a policy would answer", () => {
    expect(pathChain(smallGraph(), [hop("private", "authorization")], ends).blockedIds.size).toBe(0);
  });

  it("finds a service and a database by name, whatever their ARN", () => {
    const graph = toViewGraph(
      [
        node("i-1", "instance", { resourceId: "i-1" }),
        node("service:com.amazonaws.eu-west-1.s3", "aws-service", { label: "s3" }),
        node("db", "db-instance", { label: "orders-db", resourceId: "orders-db" }),
        node("other", "instance", { label: "orders-db" }),
      ],
      [edge("i-1", "service:com.amazonaws.eu-west-1.s3"), edge("i-1", "db"), edge("i-1", "other")],
    );
    const edgesTo = (to: string, ...ids: string[]) => [
      ...pathChain(
        graph,
        ids.map((id) => hop(id)),
        { from: "i-1", to },
      ).edgeIds,
    ];
    expect(edgesTo("service:s3", "com.amazonaws.eu-west-1.s3")).toEqual([
      "i-1>service:com.amazonaws.eu-west-1.s3",
    ]);
    expect(edgesTo("db:arn:aws:rds:eu-west-1:1:db:orders-db")).toEqual(["i-1>db"]);
  });
});
