"use client";

import { ConnectPage } from "@/components/connect/attach/connect-page";
import { connectSlots } from "./connect-slots";

export function ConnectRoute() {
  return <ConnectPage slots={connectSlots} />;
}
