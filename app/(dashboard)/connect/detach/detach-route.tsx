"use client";

import { DetachPage } from "@/components/connect/detach/detach-page";
import { connectSlots } from "../connect-slots";

export function DetachRoute() {
  return <DetachPage slots={connectSlots} />;
}
