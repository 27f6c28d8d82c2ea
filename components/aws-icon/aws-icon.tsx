import clsx from "clsx";
import Image from "next/image";
import { awsIconFiles, darkIconKinds, type AwsIconKind } from "./aws-icon-files";

export interface AwsIconProps {
  kind: AwsIconKind;
  /** Said where no word stands beside it. */
  label?: string;
  className?: string;
}

/** AWS's own picture of a kind of resource, unaltered. */
export function AwsIcon({ kind, label = "", className }: AwsIconProps) {
  return (
    <Image
      src={`/aws-icons/${awsIconFiles[kind]}`}
      alt={label}
      width={20}
      height={20}
      unoptimized
      draggable={false}
      className={clsx("shrink-0 rounded-sm", darkIconKinds.includes(kind) && "dark:bg-white", className)}
    />
  );
}
