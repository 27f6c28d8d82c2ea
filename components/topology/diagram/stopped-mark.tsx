import { StatusGlyph } from "@/components/ui/status/status-glyph";

/** Stands on the node at which the packet of a drawn path is stopped. */
export function StoppedMark() {
  return (
    <span className="border-danger-line bg-danger-soft text-danger text-13 pointer-events-none absolute -top-3 right-2 z-10 inline-flex items-center gap-1 rounded-full border px-1.5 font-medium whitespace-nowrap">
      <StatusGlyph tone="danger" />
      Stopped here
    </span>
  );
}
