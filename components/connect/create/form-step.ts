import type { CreateForm } from "./create-form";

export interface FormStepProps {
  form: CreateForm;
  onChange: (form: CreateForm) => void;
  /** The API's complaints by the name of the field. */
  fieldErrors: Readonly<Record<string, string>>;
}
