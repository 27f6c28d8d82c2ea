"use client";

import { useState, type ReactNode } from "react";
import { Search } from "lucide-react";
import { Input } from "@/components/ui/form/input";

/** Above this many a list is searched rather than read. */
const SEARCH_ABOVE = 8;

export interface FilterListProps<Item> {
  label: string;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  searchText: (item: Item) => string;
  row: (item: Item) => ReactNode;
  empty: string;
}

/** Options as rows that all stand in sight, each with what one needs to choose it. */
export function FilterList<Item>({ label, items, itemKey, searchText, row, empty }: FilterListProps<Item>) {
  const [filter, setFilter] = useState("");
  const words = filter.toLowerCase().split(/\s+/);
  const shown = items.filter((item) => {
    const text = searchText(item).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <div className="border-line overflow-hidden rounded-md border">
      {items.length > SEARCH_ABOVE && (
        <div className="border-line border-b p-2">
          <Input
            type="search"
            aria-label={`Search ${label}`}
            placeholder={`Search ${label}`}
            value={filter}
            icon={<Search className="size-3.5" />}
            onChange={(event) => {
              setFilter(event.target.value);
            }}
          />
        </div>
      )}
      <ul aria-label={label} className="divide-line max-h-[26rem] divide-y overflow-y-auto">
        {shown.map((item) => (
          <li key={itemKey(item)} className="px-3 py-2">
            {row(item)}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="text-ink-muted px-3 py-4">{items.length === 0 ? empty : "Nothing matches."}</p>
      )}
    </div>
  );
}
