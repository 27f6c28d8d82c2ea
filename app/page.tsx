import { redirect } from "next/navigation";
import { pages } from "@/lib/contract/pages";

export default function HomePage() {
  redirect(pages.functions());
}
