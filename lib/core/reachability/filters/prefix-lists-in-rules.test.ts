import { describe, expect, it } from "vitest";
import { ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

const forList: Permission[] = [{ IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-1" }] }];
const B = { destination: { networkInterfaceId: "eni-1b" } };
const listOf = (...cidrs: string[]) => ({
  ManagedPrefixListEntries: [{ PrefixListId: "pl-1", Entries: cidrs.map((Cidr) => ({ Cidr })) }],
});

describe("a security group's rule for a prefix list", () => {
  it.each([
    ["lets in an address that it holds", listOf("10.9.0.0/16", "10.1.1.0/24"), REACHABLE],
    ["lets in no other", listOf("10.9.0.0/16"), unreachable("ENI_SG_RULES_MISMATCH")],
    ["may let in any where its entries were not read", {}, unknown("NOT_EVALUATED_UNREAD")],
  ])("%s", (_, list, answer) => {
    expect(ask(together(openVpc(1, { inbound: forList }), list), B)).toEqual(answer);
  });

  it("lets in beside others for the same list, each on its own port", () => {
    const on = (port: number, PrefixListId: string) => ({
      IpProtocol: "tcp",
      FromPort: port,
      ToPort: port,
      PrefixListIds: [{ PrefixListId }],
    });
    const inbound = [on(443, "pl-1"), on(22, "pl-0"), on(8443, "pl-1")];
    const lists = {
      ManagedPrefixListEntries: [
        { PrefixListId: "pl-0", Entries: [{ Cidr: "10.9.0.0/16" }] },
        ...listOf("10.1.1.0/24").ManagedPrefixListEntries,
      ],
    };
    for (const order of [inbound, [...inbound].reverse()]) {
      const network = together(openVpc(1, { inbound: order }), lists);
      const verdicts = [443, 8443, 22].map((port) => ask(network, { ...B, protocol: "tcp", port }).verdict);
      expect(verdicts).toEqual(["reachable", "reachable", "unreachable"]);
    }
  });

  it("lets out what goes to the service of that list, though its entries were not read", () => {
    const network = together(
      openVpc(1, { outbound: forList, routes: [{ DestinationPrefixListId: "pl-1", GatewayId: "vpce-s3" }] }),
      {
        VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
        ManagedPrefixLists: [{ PrefixListId: "pl-1", PrefixListName: "com.amazonaws.eu-west-1.s3" }],
        VpcEndpoints: [
          {
            VpcEndpointId: "vpce-s3",
            VpcEndpointType: "Gateway",
            VpcId: "vpc-1",
            ServiceName: "com.amazonaws.eu-west-1.s3",
            State: "Available",
          },
        ],
      },
    );
    expect(ask(network, { destination: { service: "s3" } })).toEqual(REACHABLE);
    expect(ask(network, { destination: { cidr: "52.216.8.7/32" } })).toMatchObject({ verdict: "unknown" });
  });
});
