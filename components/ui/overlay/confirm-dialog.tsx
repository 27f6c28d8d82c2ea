"use client";

import type { ReactNode } from "react";
import { Button } from "../action/button";
import { Dialog } from "./dialog";

export interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** What will happen, and what will not. */
  description: ReactNode;
  /** Names the change: "Delete march-audit". */
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  /** Where the last try failed: why. */
  error?: ReactNode;
}

/** Asks once before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, description, confirmLabel, cancelLabel = "Keep as it is" } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <Button
            onClick={() => {
              onOpenChange(false);
            }}
          >
            {cancelLabel}
          </Button>
          <Button
            variant={props.isDangerous === true ? "danger" : "primary"}
            isBusy={props.isBusy === true}
            onClick={props.onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {props.error !== undefined && props.error !== null && <div className="mt-3">{props.error}</div>}
    </Dialog>
  );
}
