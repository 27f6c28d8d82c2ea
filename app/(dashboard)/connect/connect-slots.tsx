"use client";

import type { ConnectSlots } from "@/components/connect/connect-slots";
import { ActiveOperationBanner } from "@/components/operations/active-operation-banner";
import { OperationTimeline } from "@/components/operations/operation-timeline";

/** Puts the operations' own components into the pages that change a function. */
export const connectSlots: ConnectSlots = {
  operationTimeline: (operation) => <OperationTimeline operation={operation} />,
  activeOperation: (functionName) => <ActiveOperationBanner functionName={functionName} />,
};
