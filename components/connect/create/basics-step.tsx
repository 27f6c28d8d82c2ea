"use client";

import { useQuery } from "@tanstack/react-query";
import { Callout } from "@/components/ui/feedback/callout";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { roleListQuery } from "@/lib/client/queries/roles";
import { functionNameError, roleArnError } from "./create-form";
import type { FormStepProps } from "./form-step";

/** Name and execution role. Where IAM does not list roles, the ARN is typed, and the reason said. */
export function BasicsStep({ form, onChange, fieldErrors }: FormStepProps) {
  const roles = useQuery(roleListQuery());
  const refused = roles.data?.error;
  const mustType = refused !== undefined || roles.error !== null;
  return (
    <>
      <Field
        label="Function name"
        help="Letters, digits, hyphens and underscores; at most 64."
        error={fieldErrors["functionName"] ?? functionNameError(form.functionName)}
      >
        {(control) => (
          <Input
            {...control}
            value={form.functionName}
            onChange={(event) => {
              onChange({ ...form, functionName: event.target.value });
            }}
          />
        )}
      </Field>
      {mustType && (
        <Callout tone="unknown" title="The roles could not be listed, so type the role's ARN">
          {refused?.message ?? roles.error?.message}
          {refused?.missingPermission !== undefined && (
            <span className="block">
              Missing permission: <code className="font-mono">{refused.missingPermission}</code>
            </span>
          )}
        </Callout>
      )}
      <Field
        label="Execution role"
        help="With it Lambda creates and deletes network interfaces; its rights need not reach anything else."
        error={fieldErrors["roleArn"] ?? roleArnError(form.roleArn)}
      >
        {(control) =>
          mustType ? (
            <Input
              {...control}
              isMono
              value={form.roleArn}
              placeholder="arn:aws:iam::123456789012:role/orders-api"
              onChange={(event) => {
                onChange({ ...form, roleArn: event.target.value.trim() });
              }}
            />
          ) : (
            <Combobox
              label="Execution role"
              control={control}
              isDisabled={!roles.data}
              value={form.roleArn === "" ? null : form.roleArn}
              placeholder={roles.data ? "Choose a role" : "Reading the roles…"}
              emptyText="No role that Lambda may assume matches."
              onChange={(roleArn) => {
                onChange({ ...form, roleArn });
              }}
              options={(roles.data?.items ?? []).map((role) => ({
                value: role.roleArn,
                label: role.roleName,
                detail: role.roleArn,
              }))}
            />
          )
        }
      </Field>
    </>
  );
}
