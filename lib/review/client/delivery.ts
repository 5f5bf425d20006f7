import type { ClientModel } from "../../model/model";
import { same } from "../../model/same";
import { effective } from "../language/effective";
import { comparing } from "../language/facet-table";
import { shown } from "../language/wording";

const KINDS = [
  ["secretsManager", "name", "secret"],
  ["ssm", "prefix", "parameters below"],
] as const;

/** What a review says about where the credentials of a client are stored. */
export const DELIVERY = comparing<ClientModel>(function* (before, after) {
  for (const [kind, key, noun] of KINDS) {
    const [was, is] = [before, after].map(({ subject, pool }) =>
      effective(subject.deliver?.[kind], pool.variables),
    ) as [Record<string, unknown> | undefined, Record<string, unknown> | undefined];
    if (same(was, is)) continue;
    const at = ["deliver", kind];
    const change = { at, before: was ?? null, after: is ?? null };
    if (was === undefined)
      yield {
        ...change,
        risk: "opens",
        what: `id and secret are delivered to ${noun} ${shown(is?.[key])}`,
        why: "whoever can read it there can act as the client",
      };
    else if (is === undefined)
      yield {
        ...change,
        risk: "breaks",
        what: `id and secret are no longer delivered to ${noun} ${shown(was[key])}`,
        why: "consumers that read them there no longer find them",
      };
    else if (!same(was[key], is[key]))
      yield {
        ...change,
        at: [...at, key],
        risk: "breaks",
        what: `id and secret are delivered to ${noun} ${shown(is[key])} instead of ${shown(was[key])}`,
        why: "the old one is destroyed, and consumers that read it no longer find them",
      };
    else
      yield {
        ...change,
        at: [...at, "kmsKeyId"],
        risk: "changes",
        what: `the delivered secret is encrypted with ${shown(is.kmsKeyId ?? "the key of Secrets Manager")}`,
        why: "consumers need permission to decrypt with that key",
      };
  }
});
