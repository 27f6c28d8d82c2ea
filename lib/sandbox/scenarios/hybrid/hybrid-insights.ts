import type { RegionWorld } from "../../world/world";
import type { HybridNetworks } from "./hybrid-networks";

function interfaceOf(
  { networkInterfaces, accountId, region }: RegionWorld,
  belongs: (description: string) => boolean,
): { id: string; arn: string } {
  const id = networkInterfaces.find((eni) => belongs(eni.Description ?? ""))?.NetworkInterfaceId ?? "";
  return { id, arn: `arn:aws:ec2:${region}:${accountId}:network-interface/${id}` };
}

/** What AWS's analyzer would find about two paths to the shared database: one that works, one that does not. */
export function declareInsights({ prod, batch, shared }: HybridNetworks): void {
  const { regionWorld } = prod.builder;
  const database = interfaceOf(shared.builder.regionWorld, (text) => text === "RDSNetworkInterface");
  const lambda = (name: string) =>
    interfaceOf(regionWorld, (text) => text.startsWith(`AWS Lambda VPC ENI-${name}-`));
  const toDatabase = { destination: database.arn, protocol: "tcp", destinationPort: 5432 } as const;
  const attachment = regionWorld.transit.vpcAttachments.find((other) => other.VpcId === batch.vpc.vpcId);
  regionWorld.transit.insightsResults.push(
    { source: lambda("orders-api").id, ...toDatabase, answer: { NetworkPathFound: true } },
    {
      source: lambda("nightly-batch").id,
      ...toDatabase,
      answer: {
        NetworkPathFound: false,
        Explanations: [
          {
            ExplanationCode: "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION",
            TransitGatewayAttachment: { Id: attachment?.TransitGatewayAttachmentId },
          },
        ],
      },
    },
  );
}
