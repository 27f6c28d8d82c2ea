import type { ReactNode } from "react";
import { Link2, Link2Off, Pencil } from "lucide-react";
import { AwsIcon } from "@/components/aws-icon/aws-icon";
import { PageHeader } from "@/components/layout/page/page-header";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { CopyId } from "@/components/ui/action/copy-id";
import { Tooltip } from "@/components/ui/overlay/tooltip";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { Status } from "@/components/ui/status/status";
import type { FunctionDetail } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import { toFunctionActions } from "../list/function-actions";
import { toFunctionLook } from "../list/function-look";

interface FunctionHeaderProps {
  fn: FunctionDetail;
  snapshotId: string | undefined;
  back: ReactNode;
}

const icon = "size-3.5";

export function FunctionHeader({ fn, snapshotId, back }: FunctionHeaderProps) {
  const actions = toFunctionActions(fn, snapshotId);
  const isAttached = fn.vpcConfig !== null;
  return (
    <PageHeader
      back={back}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <AwsIcon kind="function" className="size-6" />
          <span className="min-w-0 break-all">{fn.functionName}</span>
          <Status {...toFunctionLook(fn)} look="pill" />
        </span>
      }
      description={
        <span className="flex flex-wrap items-center gap-x-3">
          <CopyId value={fn.functionArn} />
          {fn.stateReadAt !== null && (
            <span>
              State read <RelativeTime at={fn.stateReadAt} />
            </span>
          )}
        </span>
      }
      actions={
        <>
          {isAttached && (
            <ActionLink
              label="Detach…"
              reason={actions.detach.reason}
              href={pages.detach({ functionName: fn.functionName })}
              icon={<Link2Off aria-hidden className={icon} />}
            />
          )}
          <ActionLink
            label={isAttached ? "Edit VPC…" : "Attach to a VPC…"}
            reason={actions.connect.reason}
            href={pages.connect({ functionName: fn.functionName })}
            icon={
              isAttached ? <Pencil aria-hidden className={icon} /> : <Link2 aria-hidden className={icon} />
            }
            isPrimary
          />
        </>
      }
    />
  );
}

interface ActionLinkProps {
  label: string;
  reason: string | undefined;
  href: ReturnType<typeof pages.connect>;
  icon: ReactNode;
  isPrimary?: boolean;
}

/** A link where the step can be taken; where not, a button that says why, and that focus can still reach. */
function ActionLink({ label, reason, href, icon: mark, isPrimary = false }: ActionLinkProps) {
  const variant = isPrimary ? "primary" : "secondary";
  if (reason === undefined) {
    return (
      <ButtonLink href={href} variant={variant} icon={mark}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <Tooltip content={reason}>
      <Button aria-disabled icon={mark} className="cursor-not-allowed opacity-60">
        {label}
        <span className="sr-only">: {reason}</span>
      </Button>
    </Tooltip>
  );
}
