import type { Capture, SnapshotWarning } from "../snapshot";
import { addReading, createCaptureDraft, joinDrafts, type CaptureDraft } from "./capture-draft";
import { isJsonObject } from "./json/conform";
import { parseContent } from "./json/parse-content";
import { parsePath } from "./place/parse-path";
import { winner } from "./place/place-votes";
import { readDocument } from "./read-document";
import { toCapture, type ImportPlace } from "./to-capture";
import { createWarningLog, type WarningLog } from "./warning-log";

export interface ImportDocument {
  path?: string | undefined;
  /** What the AWS CLI prints: the JSON text, or the same already parsed. */
  content: string | object;
}

export interface ImportOptions {
  /** ISO 8601: an import does not say when it was recorded. */
  capturedAt: string;
}

export interface ImportResult {
  captures: Capture[];
  /** Items under each top-level key, over all documents. */
  counts: Record<string, number>;
  warnings: SnapshotWarning[];
}

/** An import that is fed one document at a time, so that its caller can tell how far it is. */
interface RunningImport {
  /** Throws ImportError, naming document, line and column, where it is not JSON. */
  add(document: ImportDocument): void;
  finish(): ImportResult;
}

/** Documents of one folder were read in one place. */
interface Folder extends ImportPlace {
  name: string;
  draft: CaptureDraft;
}

/** Turns recorded answers into captures, one per (account, region), losing nothing. */
export function parseDocuments(documents: readonly ImportDocument[], options: ImportOptions): ImportResult {
  const running = startImport(options);
  for (const document of documents) running.add(document);
  return running.finish();
}

export function startImport({ capturedAt }: ImportOptions): RunningImport {
  const log = createWarningLog();
  const folders = new Map<string, Folder>();
  const counts = new Map<string, number>();
  let added = 0;
  return {
    add({ path: given, content }) {
      added += 1;
      const label = given ?? `document ${added}`;
      const path = parsePath(given);
      const parsed = parseContent(content, label);
      const folder = folders.get(path.folder) ?? {
        name: path.folder,
        accountId: path.accountId,
        region: path.region,
        draft: createCaptureDraft(),
      };
      if (!isJsonObject(parsed)) {
        warnOfNoObject(folder, label, parsed, log);
        if (parsed !== undefined) folders.set(path.folder, folder);
        return;
      }
      folders.set(path.folder, folder);
      const reading = readDocument({ label, path, content: parsed }, log);
      for (const [key, count] of reading.counts) counts.set(key, (counts.get(key) ?? 0) + count);
      addReading(folder.draft, reading);
    },
    finish() {
      const places = joinPlaces([...folders.values()], log);
      const captures = places.map(({ draft, ...place }) => toCapture(draft, place, capturedAt, log));
      return { captures, counts: Object.fromEntries(counts), warnings: log.list() };
    },
  };
}

function warnOfNoObject({ draft }: Folder, label: string, parsed: unknown, log: WarningLog): void {
  if (parsed === undefined) {
    log.add({ code: "empty-document", message: `${label} is empty`, path: label });
    return;
  }
  draft.unknown.set(label, parsed);
  log.add({
    code: "not-an-object",
    message: `${label} is not a JSON object, as every answer of AWS is; kept as it came`,
    path: label,
  });
}

/** Finds the place of every folder and joins those of the same place. */
function joinPlaces(folders: readonly Folder[], log: WarningLog): Folder[] {
  const placed = folders.map((folder) => ({
    ...folder,
    accountId: folder.accountId ?? winner(folder.draft.votes.accounts),
    region: folder.region ?? winner(folder.draft.votes.regions),
  }));
  for (const folder of folders) warnOfSeveral(folder, log);
  const onlyAccount = only(placed.map(({ accountId }) => accountId));
  const onlyRegion = only(placed.map(({ region }) => region));
  const joined = new Map<string, Folder>();
  for (const folder of placed) {
    const place = {
      ...folder,
      accountId: folder.accountId ?? onlyAccount,
      region: folder.region ?? onlyRegion,
    };
    const key = JSON.stringify([place.accountId, place.region]);
    const known = joined.get(key);
    if (known) joinDrafts(known.draft, place.draft);
    else joined.set(key, place);
  }
  const places = [...joined.values()];
  for (const place of places) warnOfUnknown(place, log);
  return places;
}

/** The one value that is not null, where all the others are. */
function only(values: readonly (string | null)[]): string | null {
  const known = new Set(values.filter((value) => value !== null));
  const [value] = known;
  return known.size === 1 && value !== undefined ? value : null;
}

function warnOfSeveral({ name, accountId, region, draft }: Folder, log: WarningLog): void {
  const where = name === "" ? "The documents" : `The documents in ${name}`;
  const { accounts, regions } = draft.votes;
  if (accountId === null && accounts.size > 1) {
    const list = [...accounts.keys()].sort().join(", ");
    const message = `${where} name several accounts (${list}): read as ${winner(accounts) ?? "none"}, the one named most`;
    log.add({ code: "several-accounts", message });
  }
  if (region === null && regions.size > 1) {
    const list = [...regions.keys()].sort().join(", ");
    const message = `${where} name several regions (${list}): read as ${winner(regions) ?? "none"}, the one named most`;
    log.add({ code: "several-regions", message });
  }
}

function warnOfUnknown({ name, accountId, region }: Folder, log: WarningLog): void {
  const where = name === "" ? "The documents" : `The documents in ${name}`;
  if (accountId === null) {
    log.add({ code: "unknown-account", message: `${where} name no account, nor does their path` });
  }
  if (region === null)
    log.add({ code: "unknown-region", message: `${where} name no region, nor does their path` });
}
