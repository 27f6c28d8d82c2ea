import { Checkbox } from "@/components/ui/form/checkbox";
import type { SubnetDetail } from "@/lib/contract/functions";

export interface SubnetRowProps {
  subnet: SubnetDetail;
  isChosen: boolean;
  disabledReason: string | undefined;
  onToggle: () => void;
}

export function SubnetRow({ subnet, isChosen, disabledReason, onToggle }: SubnetRowProps) {
  const free = subnet.availableIpAddressCount;
  return (
    <Checkbox
      label={subnet.name ?? subnet.subnetId}
      isChecked={isChosen}
      isDisabled={disabledReason !== undefined}
      onChange={onToggle}
      help={
        <>
          <span className="flex flex-wrap gap-x-3">
            <span className="text-ink font-mono">{subnet.cidrBlock ?? "CIDR not read"}</span>
            {subnet.ipv6CidrBlock !== null && <span className="font-mono">{subnet.ipv6CidrBlock}</span>}
            <span>{subnet.availabilityZone ?? "zone not read"}</span>
            <span className={free === 0 ? "text-warning font-medium" : ""}>{freeText(free)}</span>
            {subnet.name !== null && <span className="font-mono">{subnet.subnetId}</span>}
          </span>
          <span className="block break-words">
            <span className="text-ink">{kindWords[subnet.kind]}</span>: {subnet.kindReason}
            {routeTableText(subnet)}
          </span>
          {disabledReason !== undefined && <span className="text-ink block">{disabledReason}</span>}
        </>
      }
    />
  );
}

function freeText(free: number | null): string {
  if (free === null) return "free addresses not read";
  return free === 1 ? "1 free address" : `${free} free addresses`;
}

/** The reason often names the table's id already; then only its name is added. */
function routeTableText({ routeTableId, routeTableName, kindReason }: SubnetDetail): string {
  if (routeTableId === null) return "";
  if (!kindReason.includes(routeTableId)) return ` · route table ${routeTableName ?? routeTableId}`;
  return routeTableName === null ? "" : ` (${routeTableName})`;
}

const kindWords = {
  public: "Public",
  private: "Private",
  isolated: "Isolated",
  unknown: "Kind unknown",
} as const;
