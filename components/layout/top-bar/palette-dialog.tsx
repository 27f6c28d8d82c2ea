"use client";

import { useState } from "react";
import type { Route } from "next";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { AwsIcon } from "@/components/aws-icon/aws-icon";
import { functionListQuery } from "@/lib/client/queries/functions";
import { vpcListQuery } from "@/lib/client/queries/vpcs";
import { pages } from "@/lib/contract/pages";
import { navItems } from "../navigation/nav-items";
import { useViewedSnapshotId } from "../page/use-viewed-snapshot";

const MOST_SHOWN = 50;

export interface PaletteDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Any function, VPC or page by a few letters. */
export function PaletteDialog({ isOpen, onOpenChange }: PaletteDialogProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="bg-overlay fixed inset-0 z-40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="border-line bg-surface shadow-overlay fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-md border"
        >
          <Dialog.Title className="sr-only">Search functions, VPCs and pages</Dialog.Title>
          <PaletteContent
            onDone={() => {
              onOpenChange(false);
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const itemClass = "flex h-9 items-center gap-2.5 rounded-sm px-2 text-13 data-[selected=true]:bg-hover";
const groupClass =
  "p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-13 [&_[cmdk-group-heading]]:text-ink-faint";

function PaletteContent({ onDone }: { onDone: () => void }) {
  const router = useRouter();
  const snapshotId = useViewedSnapshotId();
  const [search, setSearch] = useState("");
  const functions = useQuery(functionListQuery({ snapshotId }));
  const vpcs = useQuery(vpcListQuery({ snapshotId }));
  const of = snapshotId === undefined ? {} : { snapshotId };
  const wanted = search.trim().toLowerCase();
  const matches = (text: string) => text.toLowerCase().includes(wanted);
  const shownFunctions = (functions.data?.items ?? [])
    .filter((fn) => matches(fn.functionName))
    .slice(0, MOST_SHOWN);
  const shownVpcs = (vpcs.data?.items ?? [])
    .filter((vpc) => matches(`${vpc.name ?? ""} ${vpc.vpcId}`))
    .slice(0, MOST_SHOWN);
  const shownPages = navItems(snapshotId).filter((item) => matches(item.label));
  const go = (href: Route) => () => {
    router.push(href);
    onDone();
  };
  return (
    <Command label="Search" shouldFilter={false} loop>
      <Command.Input
        value={search}
        onValueChange={setSearch}
        placeholder="Functions, VPCs, pages…"
        className="border-line text-14 placeholder:text-ink-faint h-11 w-full border-b bg-transparent px-4 outline-none"
      />
      <Command.List className="max-h-[56vh] overflow-y-auto" label="Results">
        <Command.Empty className="text-13 text-ink-muted px-4 py-6">Nothing is named so.</Command.Empty>
        {shownPages.length > 0 && (
          <Command.Group heading="Pages" className={groupClass}>
            {shownPages.map(({ label, href, icon: Icon }) => (
              <Command.Item key={label} value={`page ${label}`} onSelect={go(href)} className={itemClass}>
                <Icon aria-hidden className="text-ink-muted size-4" />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {shownFunctions.length > 0 && (
          <Command.Group heading="Functions" className={groupClass}>
            {shownFunctions.map((fn) => (
              <Command.Item
                key={fn.functionArn}
                value={`function ${fn.functionArn}`}
                onSelect={go(pages.function(fn.functionName, of))}
                className={itemClass}
              >
                <AwsIcon kind="function" className="size-4" />
                <span className="truncate">{fn.functionName}</span>
                <span className="text-ink-muted ml-auto truncate">
                  {fn.vpcName ?? fn.vpcConfig?.vpcId ?? "no VPC"}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {shownVpcs.length > 0 && (
          <Command.Group heading="VPCs" className={groupClass}>
            {shownVpcs.map((vpc) => (
              <Command.Item
                key={vpc.vpcId}
                value={`vpc ${vpc.vpcId}`}
                onSelect={go(pages.topology({ vpcId: vpc.vpcId, ...of }))}
                className={itemClass}
              >
                <AwsIcon kind="vpc" className="size-4" />
                <span className="truncate">{vpc.name ?? vpc.vpcId}</span>
                <span className="text-ink-muted ml-auto truncate font-mono">{vpc.vpcId}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  );
}
