import type { Metadata } from "next";
import { ConnectRoute } from "./connect-route";

export const metadata: Metadata = { title: "Connect" };

export default function Page() {
  return <ConnectRoute />;
}
