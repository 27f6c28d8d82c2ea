"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis, GitCompareArrows, Pin, PinOff } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import { Menu, type MenuItem } from "@/components/ui/overlay/menu";
import { pinSnapshotMutation } from "@/lib/client/mutations/retention";
import { pages } from "@/lib/contract/pages";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { usualBase } from "./compare/change-rows";

const icon = "size-3.5";

/** What can be done with a snapshot from the list. */
export function SnapshotMenu({
  snapshot,
  items,
}: {
  snapshot: SnapshotSummary;
  items: readonly SnapshotSummary[];
}) {
  const pin = useMutation(pinSnapshotMutation());
  const base = usualBase(items, snapshot.id);
  const isPinned = snapshot.isPinned === true;
  const entries: MenuItem[] = [
    {
      kind: "link",
      label: "Compare…",
      icon: <GitCompareArrows aria-hidden className={icon} />,
      href: pages.compareSnapshots(snapshot.id, base === undefined ? {} : { with: base.id }),
      ...(snapshot.status !== "ready"
        ? { disabledReason: "It was not read to its end." }
        : base === undefined
          ? { disabledReason: "There is no other snapshot." }
          : {}),
    },
    {
      kind: "action",
      label: isPinned ? "Unpin" : "Pin",
      icon: isPinned ? <PinOff aria-hidden className={icon} /> : <Pin aria-hidden className={icon} />,
      detail: isPinned ? "The rule decides again how long it is kept." : "Keep it whatever the rule says.",
      onSelect: () => {
        pin.mutate({ id: snapshot.id, isPinned: !isPinned });
      },
    },
  ];
  const label = `Actions for ${snapshot.name}`;
  return (
    <Menu
      label={label}
      items={entries}
      trigger={
        <IconButton
          label={pin.error === null ? label : `${label}: ${pin.error.message}`}
          hasTooltip={false}
          tabIndex={-1}
          className={pin.error === null ? "" : "text-danger"}
          icon={<Ellipsis aria-hidden className="size-4" />}
        />
      }
    />
  );
}
