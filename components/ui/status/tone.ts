/** What a colour may mean. Nothing else in the app is coloured. */
export type Tone = "success" | "progress" | "neutral" | "warning" | "danger" | "unknown";

/** Shapes differ as well as colours, for those who cannot tell colours apart. */
export type StatusIcon = "check" | "half-circle" | "moon" | "dash" | "diamond" | "cross" | "question";

export const toneIcon: Record<Tone, StatusIcon> = {
  success: "check",
  progress: "half-circle",
  neutral: "dash",
  warning: "diamond",
  danger: "cross",
  unknown: "question",
};

/** Ink of a tone on the page's own ground. */
export const toneInk: Record<Tone, string> = {
  success: "text-success",
  progress: "text-progress",
  neutral: "text-neutral",
  warning: "text-warning",
  danger: "text-danger",
  unknown: "text-unknown",
};

/** Ink, ground and border of a tone for pills and callouts. */
export const toneFill: Record<Tone, string> = {
  success: "border-success-line bg-success-soft text-success",
  progress: "border-progress-line bg-progress-soft text-progress",
  neutral: "border-neutral-line bg-neutral-soft text-neutral",
  warning: "border-warning-line bg-warning-soft text-warning",
  danger: "border-danger-line bg-danger-soft text-danger",
  unknown: "border-unknown-line bg-unknown-soft text-unknown hatched",
};
