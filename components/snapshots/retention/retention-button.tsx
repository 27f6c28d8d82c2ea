"use client";

import { useState } from "react";
import dynamic from "next/dynamic";
import { Button } from "@/components/ui/action/button";

/** Loaded when first asked for: no first paint needs a dialog. */
const RetentionDialog = dynamic(() => import("./retention-dialog").then((module) => module.RetentionDialog));

export function RetentionButton() {
  const [wasAsked, setWasAsked] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setWasAsked(true);
          setIsOpen(true);
        }}
      >
        How long kept…
      </Button>
      {wasAsked && <RetentionDialog isOpen={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
