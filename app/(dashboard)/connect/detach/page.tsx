import type { Metadata } from "next";
import { DetachRoute } from "./detach-route";

export const metadata: Metadata = { title: "Detach" };

export default function Page() {
  return <DetachRoute />;
}
