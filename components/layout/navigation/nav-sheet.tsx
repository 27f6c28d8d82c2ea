"use client";

import { useState } from "react";
import { Menu as MenuIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/action/icon-button";

/** Loaded when first asked for: wider windows never need it. */
const NavSheetPanel = dynamic(() => import("./nav-sheet-panel").then((module) => module.NavSheetPanel));

/** Below 640 px the rail is a sheet behind a button. */
export function NavSheet() {
  const [wasAsked, setWasAsked] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label="Open navigation"
        hasTooltip={false}
        icon={<MenuIcon aria-hidden className="size-4" />}
        className="sm:hidden"
        onClick={() => {
          setWasAsked(true);
          setIsOpen(true);
        }}
      />
      {wasAsked && <NavSheetPanel isOpen={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
