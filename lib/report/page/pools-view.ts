import type { StackEntry } from "../estate";
import { type Child, h } from "./dom";
import { viewAddress } from "./route";
import type { Column } from "./table";
import { anything, list, sign, tag, text } from "./words";

/** The columns of the table of pools. */
export const POOL_COLUMNS: readonly Column<StackEntry>[] = [
  {
    key: "pool",
    title: "Pool",
    order: ({ pool }) => pool,
    cell: ({ pool, settings, managed }) => [
      pool,
      h("span", { class: "second" }, settings ? text(settings.name) : "managed elsewhere"),
      managed === "adopted" && tag("adopted"),
    ],
  },
  {
    key: "environment",
    title: "Environment",
    order: ({ environment }) => environment,
    cell: ({ environment, region }) => [environment, h("span", { class: "second" }, text(region))],
  },
  setting("tier", "Tier", ({ tier }) => tier),
  setting("mfa", "MFA", ({ mfa }) => mfa),
  setting("threat-protection", "Threat protection", ({ threatProtection }) => threatProtection),
  setting("deletion-protection", "Deletion protection", ({ deletionProtection }) => deletionProtection),
  setting("sign-up", "Self sign-up", ({ selfSignUp }) => selfSignUp),
  setting("names", "Sign in by", ({ signInNames }) => signInNames),
  setting("factors", "First factors", ({ firstFactors }) => firstFactors),
  setting("recovery", "Recovery", ({ recovery }) => recovery),
  setting("password", "Password length", ({ passwordLength }) => passwordLength),
  {
    key: "providers",
    title: "Identity providers",
    cell: ({ providers }) => list(providers.map(({ name, type }) => (name === type ? name : `${name} (${type})`))),
  },
  { key: "domains", title: "Domains", cell: ({ domains }) => list(domains.map(text)) },
  {
    key: "clients",
    title: "Clients",
    order: ({ clients }) => clients.length,
    cell: ({ pool, environment, clients }) =>
      h("a", { href: viewAddress("clients", { pool, environment }) }, `${clients.length}`),
  },
  { key: "triggers", title: "Triggers", cell: ({ settings }) => list(settings?.triggers ?? [], 4) },
  { key: "risks", title: "At risk", class: "risks", cell: ({ riskResponses }) => anything(riskResponses) },
  { key: "logs", title: "Logs", class: "address", cell: ({ logs }) => logList(logs) },
  { key: "web-acl", title: "Web ACL", class: "address", cell: ({ webAcl }) => anything(webAcl) },
];

function logList(logs: StackEntry["logs"]): Child {
  return list(Object.entries(logs).map(([has, { to, arn }]) => `${has} to ${to}: ${text(arn)}`));
}

function setting(
  key: string,
  title: string,
  read: (settings: NonNullable<StackEntry["settings"]>) => unknown,
): Column<StackEntry> {
  const value = ({ settings }: StackEntry) => (settings ? read(settings) : undefined);
  return {
    key,
    title,
    order: (row) => {
      const found = value(row);
      if (found === undefined || typeof found === "number") return found;
      return JSON.stringify(found);
    },
    cell: (row) => (row.settings ? anything(value(row)) : sign("–", "managed elsewhere", "none")),
  };
}
