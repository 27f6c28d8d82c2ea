import * as ec2Module from "@aws-sdk/client-ec2";
import * as elasticLoadBalancingModule from "@aws-sdk/client-elastic-load-balancing-v2";
import * as iamModule from "@aws-sdk/client-iam";
import * as lambdaModule from "@aws-sdk/client-lambda";
import * as rdsModule from "@aws-sdk/client-rds";
import * as stsModule from "@aws-sdk/client-sts";

/** The services that the script calls, each as the SDK exports it. */
export const SERVICES = {
  ec2: ec2Module,
  elasticLoadBalancing: elasticLoadBalancingModule,
  iam: iamModule,
  lambda: lambdaModule,
  rds: rdsModule,
  sts: stsModule,
} as const;
export type ServiceName = keyof typeof SERVICES;

/** One call of the script. Nothing in it says which side it is played against. */
export interface Step {
  service: ServiceName;
  operation: string;
  /** `{name}` in a string stands for the value that an earlier step saved under that name. */
  input: object;
  /** Name -> where its value stands in this answer: `Vpc.VpcId`, `Subnets.0.SubnetId`. */
  save?: Readonly<Record<string, string>>;
  /** The call is repeated until the answer has this value there; what is `deleted` may also be gone. */
  until?: { at: string; is: string };
  /** The call is repeated with each answer's token, and the items of all pages are one answer. Lambda sends it back as `Marker`. */
  pages?: { items: string; token: string; sentAs?: string };
}

type OperationOf<Module> = keyof {
  [Key in keyof Module as Key extends `${infer Name}Command` ? Name : never]: never;
} &
  string;
type InputOf<Module, Name extends string> = `${Name}Command` extends keyof Module
  ? Module[`${Name}Command`] extends abstract new (...given: never) => {
      readonly input: infer Input extends object;
    }
    ? Input
    : never
  : never;

type StepMaker<Module> = <Name extends OperationOf<Module>>(
  operation: Name,
  input: InputOf<Module, Name>,
  extras?: Pick<Step, "save" | "until" | "pages">,
) => Step;

const stepsOf =
  <Service extends ServiceName>(service: Service): StepMaker<(typeof SERVICES)[Service]> =>
  (operation, input, extras = {}) => ({ service, operation, input, ...extras });

export const ec2 = stepsOf("ec2");
export const elasticLoadBalancing = stepsOf("elasticLoadBalancing");
export const iam = stepsOf("iam");
export const lambda = stepsOf("lambda");
export const rds = stepsOf("rds");
export const sts = stepsOf("sts");
