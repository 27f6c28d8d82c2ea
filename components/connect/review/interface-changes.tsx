import { InlineCode } from "@/components/ui/text/inline-code";
import type { Plan } from "@/lib/contract/plans";

type Change = Plan["preview"]["networkInterfaces"]["created"][number];

export interface InterfaceChangesProps {
  preview: Plan["preview"];
  /** `Name` tag of a resource, or its id. */
  nameOf: (id: string) => string;
}

const groups = [
  { id: "created", title: "Created", why: "No other function has this pair of subnet and security groups." },
  { id: "shared", title: "Shared", why: "Already there for the same pair: no new address is used." },
  {
    id: "released",
    title: "Released",
    why: "Nothing else uses it: AWS deletes it, as documented within 20 minutes.",
  },
  { id: "kept", title: "Kept", why: "Others still use it." },
] as const;

/** Which network interfaces come, are shared, go and stay, with whom. */
export function InterfaceChanges({ preview, nameOf }: InterfaceChangesProps) {
  const { networkInterfaces, addresses } = preview;
  const takenFrom = addresses.filter((item) => item.used > 0);
  const shown = groups.filter((group) => networkInterfaces[group.id].length > 0);
  return (
    <div className="grid gap-3 px-4 py-3">
      {shown.length === 0 && <p className="text-ink-muted">No network interface comes or goes.</p>}
      {shown.map((group) => (
        <div key={group.id}>
          <h4 className="font-medium">
            {group.title} <span className="tabular-nums">{networkInterfaces[group.id].length}</span>
            <span className="text-ink-muted ml-2 font-normal">{group.why}</span>
          </h4>
          <ul className="grid gap-0.5">
            {networkInterfaces[group.id].map((change) => (
              <ChangeRow
                key={`${change.subnetId} ${change.networkInterfaceId ?? ""}`}
                change={change}
                nameOf={nameOf}
              />
            ))}
          </ul>
        </div>
      ))}
      {networkInterfaces.uncertainty !== undefined && (
        <p className="text-unknown">
          <InlineCode text={networkInterfaces.uncertainty} />
        </p>
      )}
      {takenFrom.length > 0 && (
        <div>
          <h4 className="font-medium">Addresses</h4>
          <ul className="grid gap-0.5">
            {takenFrom.map((item) => (
              <li key={item.subnetId}>
                {nameOf(item.subnetId)}: {item.used === 1 ? "1 used" : `${item.used} used`}
                <span className="text-ink-muted">
                  {item.availableBefore === null
                    ? ", how many are free was not read"
                    : ` of ${item.availableBefore} free`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function ChangeRow({ change, nameOf }: { change: Change; nameOf: (id: string) => string }) {
  return (
    <li className="break-words">
      {nameOf(change.subnetId)}
      <span className="text-ink-muted"> with {change.securityGroupIds.map(nameOf).join(", ")}</span>
      {change.networkInterfaceId !== null && (
        <span className="ml-2 font-mono">{change.networkInterfaceId}</span>
      )}
      {change.sharedBy.length > 0 && (
        <span className="text-ink-muted block">Used by {change.sharedBy.join(", ")}</span>
      )}
    </li>
  );
}
