import type { CreateForm, ZipFile } from "./create-form";

/** What stands under the step "Code". */
export function codeSummary(form: CreateForm, zip: ZipFile | undefined): string {
  switch (form.codeKind) {
    case "sample":
      return `Ready sample, ${form.runtime}`;
    case "zip":
      return zip ? `${zip.name}, ${form.runtime}` : form.runtime;
    case "s3":
      return form.s3Key === "" ? form.runtime : `s3://${form.s3Bucket}/${form.s3Key}, ${form.runtime}`;
    case "image":
      return form.imageUri === "" ? "Container image" : form.imageUri;
  }
}

/** The button that creates it, in the words of the change. */
export function createLabel(form: CreateForm, vpcName: string | null): string {
  const name = form.functionName === "" ? "the function" : form.functionName;
  return form.isVpcEnabled && vpcName !== null ? `Create ${name} in ${vpcName}` : `Create ${name}`;
}
