"use client";

import { useState } from "react";
import { Menu as MenuIcon } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import { Sheet } from "@/components/ui/overlay/sheet";
import { ThemeToggle } from "../top-bar/theme-toggle";
import { NavLinks } from "./nav-links";

/** Below 640 px the rail is a sheet behind a button. */
export function NavSheet() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label="Open navigation"
        hasTooltip={false}
        icon={<MenuIcon aria-hidden className="size-4" />}
        className="sm:hidden"
        onClick={() => {
          setIsOpen(true);
        }}
      />
      <Sheet isOpen={isOpen} onOpenChange={setIsOpen} title="Mooring" side="left">
        <NavLinks
          look="sheet"
          onNavigate={() => {
            setIsOpen(false);
          }}
        />
        <div className="border-line border-t p-2">
          <ThemeToggle />
        </div>
      </Sheet>
    </>
  );
}
