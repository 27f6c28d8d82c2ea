import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";
import { tcp, traceOf } from "./one-trace.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" } };

describe("what an answer tells to be allowed", () => {
  const allowed = (own: Parameters<typeof openVpc>[1], protocol: "tcp" | "all" = "tcp") =>
    traceOf(openVpc(1, own), { ...B, protocol })?.allowed;

  it("is every port span, and protocols by their numbers", () => {
    expect(allowed({ inbound: [tcp(443, 443), tcp(80, 90)] })).toEqual([
      {
        protocol: "tcp",
        ports: [
          { from: 80, to: 90 },
          { from: 443, to: 443 },
        ],
      },
    ]);
    const anywhere = { IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    const inbound = ["50", "51", "89"].map((IpProtocol) => ({ IpProtocol, ...anywhere }));
    expect(allowed({ inbound }, "all")).toEqual([{ protocol: "50-51" }, { protocol: "89" }]);
  });

  it("has the sender's ports that replies come back to, where these are not all", () => {
    const entries = [
      anEntry({ Egress: true }),
      anEntry({ Protocol: "6", PortRange: { From: 32768, To: 60999 } }),
      anEntry({ RuleNumber: 101, Protocol: "17" }),
    ];
    const udp = { IpProtocol: "udp", FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    expect(allowed({ inbound: [tcp(443, 443), udp], a: { entries } })).toEqual([
      { protocol: "tcp", ports: [{ from: 443, to: 443 }], sourcePorts: [{ from: 32768, to: 60999 }] },
      { protocol: "udp", ports: [{ from: 53, to: 53 }] },
    ]);
  });

  it("has not the ports of a NAT gateway, which are none of the sender's", () => {
    const entries = [
      anEntry({ RuleNumber: 90, CidrBlock: "10.1.0.0/16" }),
      anEntry({ Protocol: "6", PortRange: { From: 32768, To: 65535 } }),
      anEntry({ Egress: true }),
    ];
    const network = together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }] },
        b: { entries },
      }),
      {
        InternetGateways: [anInternetGateway()],
        NatGateways: [
          aNatGateway({
            SubnetId: "subnet-1b",
            NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
          }),
        ],
      },
    );
    const trace = traceOf(network, { destination: { internet: true }, protocol: "tcp", port: 443 });
    expect(trace?.verdict).toBe("mixed");
    expect(trace?.allowed?.find(({ protocol }) => protocol === "tcp")).toEqual({
      protocol: "tcp",
      ports: [{ from: 0, to: 65535 }],
    });
  });

  it("is each code of ICMP where a type has not all of them", () => {
    const icmp = (FromPort: number, ToPort: number) => ({
      IpProtocol: "icmp",
      FromPort,
      ToPort,
      IpRanges: [{ CidrIp: "0.0.0.0/0" }],
    });
    expect(allowed({ inbound: [icmp(0, 0), icmp(3, 4), icmp(3, 13), icmp(11, -1)] }, "all")).toEqual([
      {
        protocol: "icmp",
        icmpTypes: [
          { type: 0, code: 0 },
          { type: 3, code: 4 },
          { type: 3, code: 13 },
          { type: 11, code: null },
        ],
      },
    ]);
  });
});
