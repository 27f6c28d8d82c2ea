"use client";

import { CreatePage } from "@/components/connect/create/create-page";
import { connectSlots } from "../../connect/connect-slots";

export function CreateRoute() {
  return <CreatePage slots={connectSlots} />;
}
