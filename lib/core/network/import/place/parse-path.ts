/** What the path of a document says. Every part may be missing: then the document's keys and resources decide. */
export interface DocumentPath {
  /** All but the file's name: documents of one folder were read in one place. */
  folder: string;
  accountId: string | null;
  region: string | null;
  /** `ec2.DescribeSubnets_2.json` → `DescribeSubnets`. */
  call: string | null;
  /** `SearchTransitGatewayRoutes__tgw-rtb-….json` → `tgw-rtb-…`. */
  subject: string | null;
  /** `SearchTransitGatewayRoutes__tgw-rtb-…__type-static.json` → `type-static`. */
  filter: string | null;
}

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/;
const FILE_NAME =
  /^(?:(?<service>[A-Za-z0-9-]+)\.)?(?<call>[A-Z][A-Za-z0-9]*)(?:_(?<page>\d+))?(?:__(?<subject>[^_]+)(?:__(?<filter>.*))?)?$/;

/** Reads `…/<account>/<region>/<service>.<Call>__<subject>.json`. */
export function parsePath(path: string | undefined): DocumentPath {
  const segments = (path ?? "").split(/[/\\]/).filter((segment) => segment !== "");
  const folders = segments.slice(0, -1);
  const fileName = (segments.at(-1) ?? "").replace(/\.json$/i, "");
  const { call, subject, filter } = FILE_NAME.exec(fileName)?.groups ?? {};
  return {
    folder: folders.join("/"),
    accountId: findAccount(folders),
    region: folders.findLast((segment) => REGION.test(segment)) ?? null,
    call: call ?? null,
    subject: subject ?? null,
    filter: filter ?? null,
  };
}

/** Twelve digits anywhere; fewer only where the folders around say that they are an account. */
function findAccount(folders: readonly string[]): string | null {
  const full = folders.findLast((segment) => /^\d{12}$/.test(segment));
  if (full !== undefined) return full;
  const short = folders.findLast(
    (segment, index) =>
      /^\d{1,12}$/.test(segment) &&
      (folders[index - 1] === "accounts" || REGION.test(folders[index + 1] ?? "")),
  );
  return short ?? null;
}
