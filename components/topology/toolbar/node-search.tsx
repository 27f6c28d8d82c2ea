"use client";

import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { Search } from "lucide-react";
import { Input } from "@/components/ui/form/input";
import type { TopologyNode } from "@/lib/contract/topology";
import { kindLabel } from "@/lib/core/topology/view/kind-label";
import { searchNodes } from "@/lib/core/topology/view/search-nodes";

const SHOWN = 8;

export interface NodeSearchProps {
  order: readonly TopologyNode[];
  q: string;
  onQueryChange: (q: string) => void;
  onFind: (nodeId: string) => void;
}

/** Finds a node by name, id, CIDR or function, selects it and brings it into sight. */
export function NodeSearch({ order, q, onQueryChange, onFind }: NodeSearchProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => searchNodes(order, q), [order, q]);
  const shown = found.slice(0, SHOWN);
  const choose = (node: TopologyNode | undefined) => {
    if (!node) return;
    onFind(node.id);
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, shown.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter") choose(shown[active]);
    else if (event.key === "Escape") onQueryChange("");
    else return;
    event.preventDefault();
  };
  const isListed = isOpen && q.trim() !== "";
  return (
    <div className="relative w-full sm:w-72">
      <Input
        type="search"
        role="combobox"
        aria-label="Find in the topology"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-activedescendant={isListed && shown[active] ? `${id}-${active}` : undefined}
        placeholder="Find a name, id, CIDR or function"
        value={q}
        icon={<Search className="size-3.5" />}
        onChange={(event) => {
          onQueryChange(event.target.value);
          setActive(0);
          setIsOpen(true);
        }}
        onFocus={() => {
          setIsOpen(true);
        }}
        onBlur={() => {
          setIsOpen(false);
        }}
        onKeyDown={onKeyDown}
        className="[&::-webkit-search-cancel-button]:appearance-none"
      />
      <div
        className="border-line bg-surface shadow-overlay absolute top-9 z-30 w-full min-w-72 rounded-md border p-1"
        hidden={!isListed}
      >
        <ul id={`${id}-list`} role="listbox" aria-label="Found">
          {shown.map((node, index) => (
            <li
              key={node.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(node);
              }}
              className="aria-selected:bg-hover flex h-8 cursor-pointer items-center gap-2 rounded-sm px-2"
            >
              <span className="min-w-0 flex-1 truncate">{node.label}</span>
              <span className="text-ink-muted shrink-0">{kindLabel(node.kind)}</span>
            </li>
          ))}
        </ul>
        <p role="status" className="text-ink-muted px-2 py-1">
          {found.length === 0 ? "Nothing matches." : found.length > SHOWN ? `${found.length} match` : ""}
        </p>
      </div>
    </div>
  );
}
