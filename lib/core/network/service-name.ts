export interface ServiceNameParts {
  /** Undefined where the name has none, as `com.amazonaws.iam`. */
  region: string | undefined;
  /** `s3`; it may have dots of its own, as `ecr.api`. */
  service: string;
}

const SERVICE_NAME =
  /^(?:com\.amazonaws|cn\.com\.amazonaws|aws\.sagemaker|aws\.api)\.(?:([a-z]{2,4}(?:-[a-z]+)+-\d+)\.)?(.+)$/;

/** `com.amazonaws.eu-west-1.s3` in parts; null for what is none of AWS's own services. Source: PrivateLink Guide. */
export function parseServiceName(serviceName: string): ServiceNameParts | null {
  const match = SERVICE_NAME.exec(serviceName);
  return match?.[2] === undefined ? null : { region: match[1], service: match[2] };
}
