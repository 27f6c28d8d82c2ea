import type { Settlers } from "../../../world/settle-world";
import { settleRoutesTo } from "./remove-interface";

/** What happens to an account's own interfaces by itself. */
export const networkInterfaceSettlers: Settlers = {
  "network-interface-available": ({ regionWorld }, event) => {
    const eni = regionWorld.networkInterfaces.find((item) => item.NetworkInterfaceId === event.subject);
    // One that was attached meanwhile is in use.
    if (eni !== undefined && eni.Attachment === undefined) eni.Status = "available";
  },
  "network-interface-detached": ({ regionWorld }, event) => {
    const eni = regionWorld.networkInterfaces.find((item) => item.NetworkInterfaceId === event.subject);
    if (eni?.Attachment?.Status !== "detaching") return;
    eni.Status = "available";
    delete eni.Attachment;
    settleRoutesTo(regionWorld, eni);
  },
};
