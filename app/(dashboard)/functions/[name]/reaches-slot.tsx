"use client";

import dynamic from "next/dynamic";

/** Loaded beside the page: what stands above it is there without waiting for this. */
export const ReachesSlot = dynamic(
  async () => (await import("@/components/reachability/reaches/reaches-section")).ReachesSection,
  { ssr: false },
);
