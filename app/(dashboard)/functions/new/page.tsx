import type { Metadata } from "next";
import { CreateRoute } from "./create-route";

export const metadata: Metadata = { title: "Create a function" };

export default function Page() {
  return <CreateRoute />;
}
