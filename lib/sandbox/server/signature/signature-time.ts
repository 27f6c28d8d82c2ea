import type { ErrorStyle } from "../service";
import { signatureError } from "./signature-errors";

/** A moment, and how a signature spells it: `20261127T110000Z`. */
interface SignatureDate {
  at: number;
  basic: string;
}

/** How far a request's date may be from AWS's: EC2's list of errors says 15 minutes, the JSON services 5. */
const TOLERANCE_MINUTES: Readonly<Record<ErrorStyle, number>> = { ec2: 15, query: 15, lambda: 5, json: 5 };

function toBasic(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** The date that a request states, in ISO 8601's basic form or as an HTTP date. Throws AwsError for anything else. */
export function readSignatureDate(style: ErrorStyle, text: string): SignatureDate {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const [, year, month, day, hour, minute, second] = parts ?? [];
  const at =
    parts === null
      ? Date.parse(/^\w{3}, /.test(text) ? text : "")
      : Date.parse(
          `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`,
        );
  if (Number.isNaN(at)) {
    throw signatureError(
      style,
      "incomplete",
      `Date must be in ISO-8601 'basic format'. Got '${text.slice(0, 100)}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  return { at, basic: toBasic(at) };
}

/** Throws AwsError for a signature of too long ago, or of a time to come. */
export function checkSignatureTime(
  style: ErrorStyle,
  { date, expiresSeconds, now }: { date: SignatureDate; expiresSeconds: number | undefined; now: number },
): void {
  const minutes = TOLERANCE_MINUTES[style];
  const toleranceMs = minutes * 60_000;
  const oldestMs = expiresSeconds === undefined ? toleranceMs : expiresSeconds * 1000;
  const isOld = !(now - date.at <= oldestMs);
  if (!isOld && date.at - now <= toleranceMs) return;
  if (style === "ec2") throw signatureError(style, "expired", "Request has expired.");
  const sign = isOld ? "-" : "+";
  const bound = toBasic(isOld ? now - toleranceMs : now + toleranceMs);
  const words = isOld ? "Signature expired:" : "Signature not yet current:";
  const relation = isOld ? "is now earlier than" : "is still later than";
  throw signatureError(
    style,
    "expired",
    `${words} ${date.basic} ${relation} ${bound} (${toBasic(now)} ${sign} ${String(minutes)} min.)`,
  );
}
