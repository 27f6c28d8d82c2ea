import { memo } from "react";
import clsx from "clsx";
import type { NodeProps } from "reactflow";
import type { TopologyNode } from "@/lib/contract/topology";
import { NodeIcon } from "../node-icon";
import { SubnetKindMark } from "../subnet-kind-mark";
import { NodeHandles } from "./node-handles";
import { emphasisClass, selectedClass } from "./emphasis-class";
import { StoppedMark } from "./stopped-mark";
import type { FlowNode } from "./to-flow";

const frames: Readonly<Record<string, string>> = {
  region: "border-dashed border-line-strong",
  vpc: "border-line-strong bg-surface",
  zone: "border-transparent bg-sunken",
  subnet: "border-line bg-surface",
};

/** A region, VPC, zone or subnet: a frame whose head says what it is. */
export const ContainerNode = memo(function ContainerNode({ data, selected }: NodeProps<FlowNode>) {
  const { node, detail, emphasis, isBlocked } = data;
  return (
    <>
      {isBlocked && <StoppedMark />}
      <div
        className={clsx(
          "size-full rounded-md border",
          frames[node.kind] ?? "border-line bg-surface",
          emphasisClass[emphasis],
          isBlocked && "border-danger!",
          selected && selectedClass,
        )}
      >
        {node.kind === "subnet" ? (
          <SubnetHead node={node} detail={detail} />
        ) : (
          <ContainerHead node={node} detail={detail} />
        )}
        <NodeHandles />
      </div>
    </>
  );
});

function ContainerHead({ node, detail }: { node: TopologyNode; detail: string }) {
  const isZone = node.kind === "zone";
  const text = node.kind === "region" ? detail : node.sublabel;
  return (
    <div
      className={clsx(
        "flex items-center gap-2 px-3",
        isZone ? "text-ink-muted h-6" : "h-8 font-medium",
        node.kind === "vpc" && "text-14 h-10",
      )}
    >
      {!isZone && <NodeIcon kind={node.kind} size={node.kind === "vpc" ? 24 : 20} />}
      <span
        className={clsx(
          "group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 truncate",
          node.kind === "region" && "shrink-0",
        )}
        title={node.label}
      >
        {node.label}
      </span>
      {text !== undefined && (
        <span className="text-13 text-ink-muted group-data-[zoom=middle]/diagram:text-16 truncate font-mono font-normal group-data-[zoom=far]/diagram:hidden">
          {text}
        </span>
      )}
    </div>
  );
}

/** Two lines: name with kind, then CIDR, free addresses and the way out. */
function SubnetHead({ node, detail }: { node: TopologyNode; detail: string }) {
  return (
    <div className="grid h-13 content-center px-3 leading-5">
      <div className="flex min-w-0 items-center gap-2">
        <span
          className="group-data-[zoom=far]/diagram:text-20 group-data-[zoom=middle]/diagram:text-16 min-w-0 flex-1 truncate font-medium"
          title={node.label}
        >
          {node.label}
        </span>
        <SubnetKindMark kind={node.subnetKind} />
      </div>
      {detail !== "" && (
        <p
          className="text-ink-muted text-13 truncate font-mono group-data-[zoom=far]/diagram:hidden"
          title={detail}
        >
          {detail}
        </p>
      )}
    </div>
  );
}
