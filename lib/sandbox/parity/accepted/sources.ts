/** The documents that many rows cite. What begins with a repository's name is a file or an issue of that repository on GitHub. */

/** "Error codes for the Amazon EC2 API". */
export const ERROR_CODES = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";
/** The codes that Terraform's provider knows from AWS. */
export const TERRAFORM_CODES = "hashicorp/terraform-provider-aws internal/service/ec2/errors.go";
/** Answers that AWS prints as examples in the service models. */
export const EC2_EXAMPLES = "boto/botocore botocore/data/ec2/2016-11-15/examples-1.json";
export const IAM_EXAMPLES = "boto/botocore botocore/data/iam/2010-05-08/examples-1.json";
/** Operations with their documentation, statuses, constraints and errors. */
export const EC2_MODEL = "boto/botocore botocore/data/ec2/2016-11-15/service-2.json";
export const IAM_MODEL = "boto/botocore botocore/data/iam/2010-05-08/service-2.json";
export const LAMBDA_MODEL = "boto/botocore botocore/data/lambda/2015-03-31/service-2.json";
/** Answers that AWS prints as examples in its command line's reference. */
export const CLI_EXAMPLES = "aws/aws-cli awscli/examples";
/** moto's own words for the same refusal in another operation. */
export const MOTO_IAM = "getmoto/moto moto/iam/models.py";
/** Answers of AWS, in the folder of recordings (`$MOORING_RECORDINGS`). */
export const recorded = (file: string): string => `recorded: ${file}`;
