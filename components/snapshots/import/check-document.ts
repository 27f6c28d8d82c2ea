export type DocumentCheck =
  | { status: "ok"; keys: string[]; items: number }
  | { status: "broken"; reason: string }
  /** Not looked into on this side; the server will. */
  | { status: "unchecked" };

/**
 * Whether a file's text is what the AWS CLI prints: one JSON object. Says where JSON breaks, and counts the items under
 * its keys, so that a wrong file is seen before it is sent.
 */
export function checkDocument(text: string): DocumentCheck {
  if (text.trim() === "") return { status: "broken", reason: "The file is empty." };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { status: "broken", reason: `Not JSON: ${detail.slice(0, 160)}` };
  }
  if (Array.isArray(value)) {
    return {
      status: "broken",
      reason: 'A list. What the AWS CLI prints is an object with a key such as "Vpcs".',
    };
  }
  if (typeof value !== "object" || value === null) return { status: "broken", reason: "Not a JSON object." };
  const lists = Object.values(value).filter((member) => Array.isArray(member));
  return {
    status: "ok",
    keys: Object.keys(value),
    items: lists.reduce((sum, list) => sum + list.length, 0),
  };
}
