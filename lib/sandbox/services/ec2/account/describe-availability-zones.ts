import type {
  AvailabilityZone,
  DescribeAvailabilityZonesCommandInput,
  DescribeAvailabilityZonesCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { createFilter } from "../describe/match-filters";

/** The zones of the region. */
export const describeAvailabilityZones: Handler<
  DescribeAvailabilityZonesCommandInput,
  Answer<DescribeAvailabilityZonesCommandOutput>
> = ({ regionWorld }, input) => {
  const { ZoneNames: names = [], ZoneIds: ids = [] } = input;
  const zones = regionWorld.availabilityZones;
  const unknown = [
    ...names.filter((name) => !zones.some((zone) => zone.ZoneName === name)),
    ...ids.filter((id) => !zones.some((zone) => zone.ZoneId === id)),
  ];
  if (unknown.length > 0) {
    throw new AwsError("InvalidParameterValue", `Invalid availability zone: [${unknown.join(", ")}]`);
  }
  const passes = createFilter<AvailabilityZone>(input.Filters, {
    "group-long-name": (zone) => zone.GroupLongName,
    "group-name": (zone) => zone.GroupName,
    message: (zone) => zone.Messages?.map((message) => message.Message) ?? [],
    "opt-in-status": (zone) => zone.OptInStatus,
    "parent-zone-id": (zone) => zone.ParentZoneId,
    "parent-zone-name": (zone) => zone.ParentZoneName,
    "region-name": (zone) => zone.RegionName,
    state: (zone) => zone.State,
    "zone-id": (zone) => zone.ZoneId,
    "zone-name": (zone) => zone.ZoneName,
    "zone-type": (zone) => zone.ZoneType,
  });
  const isNamed = (zone: AvailabilityZone): boolean =>
    (names.length === 0 || names.includes(zone.ZoneName ?? "")) &&
    (ids.length === 0 || ids.includes(zone.ZoneId ?? ""));
  return { AvailabilityZones: zones.filter((zone) => isNamed(zone) && passes(zone)) };
};
