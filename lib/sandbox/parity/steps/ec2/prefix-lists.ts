import { ec2, type Step } from "../../step";

const ABSENT = "pl-0123456789abcdef0";

/** Prefix lists of the customer's own, and what is asked about AWS's. */
export const prefixListSteps: readonly Step[] = [
  ec2(
    "CreateManagedPrefixList",
    {
      PrefixListName: "offices",
      AddressFamily: "IPv4",
      MaxEntries: 5,
      Entries: [
        { Cidr: "198.51.100.0/24", Description: "north" },
        { Cidr: "203.0.113.0/24", Description: "south" },
      ],
      TagSpecifications: [{ ResourceType: "prefix-list", Tags: [{ Key: "Name", Value: "offices" }] }],
    },
    { save: { prefixList: "PrefixList.PrefixListId" } },
  ),
  ec2(
    "DescribeManagedPrefixLists",
    { PrefixListIds: ["{prefixList}"] },
    { until: { at: "PrefixLists.0.State", is: "create-complete" } },
  ),
  ec2("GetManagedPrefixListEntries", { PrefixListId: "{prefixList}" }),
  ec2("ModifyManagedPrefixList", {
    PrefixListId: "{prefixList}",
    CurrentVersion: 1,
    AddEntries: [{ Cidr: "192.0.2.0/24", Description: "east" }],
    RemoveEntries: [{ Cidr: "203.0.113.0/24" }],
  }),
  ec2(
    "DescribeManagedPrefixLists",
    { PrefixListIds: ["{prefixList}"] },
    { until: { at: "PrefixLists.0.State", is: "modify-complete" } },
  ),
  ec2("GetManagedPrefixListEntries", { PrefixListId: "{prefixList}" }),
  ec2("GetManagedPrefixListEntries", { PrefixListId: "{prefixList}", TargetVersion: 1 }),
  ec2("GetManagedPrefixListEntries", { PrefixListId: ABSENT }),
  ec2("ModifyManagedPrefixList", {
    PrefixListId: ABSENT,
    CurrentVersion: 1,
    AddEntries: [{ Cidr: "192.0.2.0/24" }],
  }),
  ec2("DescribeManagedPrefixLists", { Filters: [{ Name: "prefix-list-name", Values: ["offices"] }] }),
  ec2("DescribeManagedPrefixLists", { Filters: [{ Name: "owner-id", Values: ["123456789012"] }] }),
  ec2("DescribeManagedPrefixLists", { PrefixListIds: [ABSENT] }),
  ec2("DescribePrefixLists", {
    Filters: [{ Name: "prefix-list-name", Values: ["com.amazonaws.eu-west-1.s3"] }],
  }),
  ec2("DeleteManagedPrefixList", { PrefixListId: ABSENT }),
  ec2("DeleteManagedPrefixList", { PrefixListId: "{prefixList}" }),
];
