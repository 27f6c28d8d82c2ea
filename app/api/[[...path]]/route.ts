import { unknownPathResponse } from "@/lib/server/http/unknown-path-response";

export {
  unknownPathResponse as DELETE,
  unknownPathResponse as GET,
  unknownPathResponse as PATCH,
  unknownPathResponse as POST,
  unknownPathResponse as PUT,
};
