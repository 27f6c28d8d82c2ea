"use client";

import { useState } from "react";
import dynamic from "next/dynamic";
import { parseAsBoolean, useQueryState } from "nuqs";
import { Button } from "@/components/ui/action/button";

/** Loaded when first asked for: no first paint needs a dialog. */
const RetentionDialog = dynamic(() => import("./retention-dialog").then((module) => module.RetentionDialog));

/** Opens the rule; whether it is open stands in the address, so that one can send a colleague there. */
export function RetentionButton() {
  const [isOpen, setIsOpen] = useQueryState("retention", parseAsBoolean.withDefault(false));
  const [wasAsked, setWasAsked] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setWasAsked(true);
          void setIsOpen(true);
        }}
      >
        How long kept…
      </Button>
      {(wasAsked || isOpen) && (
        <RetentionDialog
          isOpen={isOpen}
          onOpenChange={(next) => {
            setWasAsked(true);
            void setIsOpen(next ? true : null);
          }}
        />
      )}
    </>
  );
}
