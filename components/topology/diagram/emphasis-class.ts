import type { Emphasis } from "./to-flow";

/** The rest steps back but stays legible: fainter ink that still passes 4.5:1, and pale pictures. */
export const emphasisClass: Readonly<Record<Emphasis, string>> = {
  quiet: "",
  lit: "border-accent!",
  dim: "[&_*]:text-ink-faint! [&_img]:opacity-30 [&_svg]:opacity-50",
};

/** The one outline of what is selected. */
export const selectedClass = "outline-2 outline-offset-1 outline-accent";
