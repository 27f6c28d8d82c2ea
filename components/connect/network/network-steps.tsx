"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import type { WizardStep } from "@/components/wizard/wizard";
import { vpcListQuery, vpcQuery, vpcSecurityGroupsQuery } from "@/lib/client/queries/vpcs";
import type { VpcDetail, VpcSummary } from "@/lib/contract/vpcs";
import { GroupsStep } from "./groups-step";
import type { NetworkChoice } from "./network-choice";
import { toOffer } from "./offered-groups";
import { groupSummaryText, subnetSummaryText, vpcSummaryText } from "./network-summaries";
import { SubnetsStep } from "./subnets-step";
import { VpcStep } from "./vpc-step";

export interface NetworkStepsInput {
  choice: NetworkChoice;
  onChange: (choice: NetworkChoice) => void;
  /** The API's complaint about a field, by the name of the field. */
  fieldErrors?: Readonly<Record<string, string>>;
  /** Below the VPC's controls. */
  vpcExtra?: ReactNode;
}

export interface NetworkSteps {
  steps: WizardStep[];
  vpcs: readonly VpcSummary[];
  vpc: VpcDetail | undefined;
}

/** The console's controls as three steps (VPC, Subnets, Security groups), with what they read. */
export function useNetworkSteps(input: NetworkStepsInput): NetworkSteps {
  const { choice, onChange, fieldErrors = {}, vpcExtra } = input;
  const vpcList = useQuery(vpcListQuery());
  const detail = useQuery({ ...vpcQuery(choice.vpcId ?? ""), enabled: choice.vpcId !== null });
  const offered = useQuery({
    ...vpcSecurityGroupsQuery(choice.vpcId ?? ""),
    enabled: choice.vpcId !== null,
  });
  const vpcs = vpcList.data?.items ?? [];
  const offer = detail.data && toOffer(detail.data, offered, choice);
  const vpc = detail.data && { ...detail.data, securityGroups: offer?.groups ?? [] };
  const ofVpc = (content: (read: VpcDetail) => ReactNode) =>
    vpc ? (
      content(vpc)
    ) : (
      <Reading error={detail.error} what="the VPC" onRetry={() => void detail.refetch()} />
    );
  const steps: WizardStep[] = [
    {
      id: "vpc",
      title: "VPC",
      summary: vpcSummaryText(choice, vpcs),
      missing: choice.vpcId === null ? "Choose a VPC." : undefined,
      content: vpcList.data ? (
        vpcs.length === 0 ? (
          <EmptyState title="No VPC was read">
            This account and region have none in the newest snapshot, or they could not be read.
          </EmptyState>
        ) : (
          <VpcStep
            vpcs={vpcs}
            choice={choice}
            onChange={onChange}
            error={fieldErrors["ipv6AllowedForDualStack"]}
          >
            {vpcExtra}
          </VpcStep>
        )
      ) : (
        <Reading error={vpcList.error} what="the VPCs" onRetry={() => void vpcList.refetch()} />
      ),
    },
    {
      id: "subnets",
      title: "Subnets",
      summary: subnetSummaryText(choice, vpc),
      missing: choice.subnetIds.length === 0 ? "Choose at least one subnet." : undefined,
      content: ofVpc((read) => (
        <SubnetsStep vpc={read} choice={choice} onChange={onChange} error={fieldErrors["subnetIds"]} />
      )),
    },
    {
      id: "groups",
      title: "Security groups",
      summary: groupSummaryText(choice, vpc),
      missing: choice.securityGroupIds.length === 0 ? "Choose at least one security group." : undefined,
      content: ofVpc(
        () =>
          offer && (
            <GroupsStep
              offer={offer}
              choice={choice}
              onChange={onChange}
              error={fieldErrors["securityGroupIds"]}
            />
          ),
      ),
    },
  ];
  return { steps, vpcs, vpc };
}

function Reading({ error, what, onRetry }: { error: Error | null; what: string; onRetry: () => void }) {
  return error ? (
    <ApiErrorState title={`Could not read ${what}`} error={error} onRetry={onRetry} />
  ) : (
    <SkeletonRows label={`Reading ${what}`} rows={5} />
  );
}
