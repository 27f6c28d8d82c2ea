import { ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** Functions, `$LATEST` and published versions alike: a version keeps its own interfaces. AWS gives 50 a page at most. */
export const lambdaCalls: readonly AnyRegionCall[] = [
  regionCall("lambda", "ListFunctions", "Functions", async (scope, Marker) => {
    const command = new ListFunctionsCommand({ FunctionVersion: "ALL", MaxItems: 50, Marker });
    const page = await scope.aws.lambda(scope.region).send(command, sendOptions(scope));
    return { items: page.Functions, nextToken: page.NextMarker };
  }),
];
