"use client";

import { useRef, useState, type ChangeEvent, type DragEvent } from "react";
import clsx from "clsx";
import { FileJson, FolderUp, Upload } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import type { ImportFile } from "@/lib/client/import/build-import-body";
import { fromPicker, readDroppedFiles } from "./read-dropped-files";

interface DropZoneProps {
  onFiles: (files: ImportFile[]) => void;
}

/** Files or whole folders, dropped or chosen. */
export function DropZone({ onFiles }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles(await readDroppedFiles(event.dataTransfer));
  };
  const onPicked = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(fromPicker(event.target.files));
    event.target.value = "";
  };
  const openFolder = () => {
    if (folderInput.current === null) return;
    folderInput.current.webkitdirectory = true;
    folderInput.current.click();
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        void onDrop(event);
      }}
      className={clsx(
        "grid justify-items-center gap-3 rounded-md border border-dashed px-6 py-10 text-center",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
      )}
    >
      <Upload aria-hidden className="text-ink-faint size-6" />
      <div>
        <p className="text-14 font-medium">Drop JSON files or a folder here</p>
        <p className="text-13 text-ink-muted mx-auto max-w-md">
          What the AWS CLI prints:{" "}
          <code className="font-mono">aws ec2 describe-vpcs &gt; DescribeVpcs.json</code>, and so on. Folders
          named after the account and region say where each file belongs.
        </p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          icon={<FileJson aria-hidden className="size-3.5" />}
          onClick={() => fileInput.current?.click()}
        >
          Choose files
        </Button>
        <Button icon={<FolderUp aria-hidden className="size-3.5" />} onClick={openFolder}>
          Choose a folder
        </Button>
      </div>
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        accept=".json,application/json"
        aria-label="Files to import"
        onChange={onPicked}
      />
      <input
        ref={folderInput}
        type="file"
        multiple
        hidden
        aria-label="Folder to import"
        onChange={onPicked}
      />
    </div>
  );
}
