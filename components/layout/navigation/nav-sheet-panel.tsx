"use client";

import { Sheet } from "@/components/ui/overlay/sheet";
import { ThemeToggle } from "../top-bar/theme-toggle";
import { NavLinks } from "./nav-links";

export interface NavSheetPanelProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function NavSheetPanel({ isOpen, onOpenChange }: NavSheetPanelProps) {
  return (
    <Sheet isOpen={isOpen} onOpenChange={onOpenChange} title="Mooring" side="left">
      <NavLinks
        look="sheet"
        onNavigate={() => {
          onOpenChange(false);
        }}
      />
      <div className="border-line border-t p-2">
        <ThemeToggle />
      </div>
    </Sheet>
  );
}
