import type { ClientModel, Retirement } from "../../model/model";
import { same } from "../../model/same";
import { quoted } from "../../text/quoted";
import { BILLED, isMachine } from "../billing";
import type { CompleteVerdict } from "../change";
import { comparing } from "../language/facet-table";

/**
 * The phases of a rotation, each with what must be true before the next one: a generation is added, `current` is switched
 * to it, the previous one is retired, and `retire` is removed.
 */
export const compareRotation = comparing<ClientModel>(({ subject: was }, { subject: is }) => [
  ...added(was, is),
  ...switched(was, is),
  ...announced(was, is),
  ...retired(was, is),
  ...completed(was, is),
]);

function added(was: ClientModel, is: ClientModel): CompleteVerdict[] {
  const machine = isMachine(is);
  return without(is.generations, was.generations).map((number) => ({
    risk: machine ? "costs" : "changes",
    what: `generation ${number} is added: another client id and secret with the same settings`,
    why: [
      "consumers are not affected",
      ...(machine ? [BILLED] : []),
      "before current is switched to it: apply, and let whatever verifies tokens (API authorizers, identity pools, load balancers) accept its client id as well",
    ].join("; "),
    at: ["generations"],
    before: was.generations,
    after: is.generations,
  }));
}

function switched(was: ClientModel, is: ClientModel): CompleteVerdict[] {
  if (was.current === is.current) return [];
  const consequences = [
    "outputs and deliveries name another client id and secret",
    ...(isMachine(is) ? [] : ["users sign in again, since refresh tokens belong to one client id"]),
    ...(is.generations.includes(was.current)
      ? [`generation ${was.current} still works; before it is retired: every consumer uses generation ${is.current}`]
      : []),
  ];
  return [
    {
      risk: "changes",
      what: `generation ${is.current} is current instead of generation ${was.current}`,
      why: consequences.join("; "),
      at: ["current"],
      before: was.current,
      after: is.current,
    },
  ];
}

/** A retirement of a generation that still exists: the day by which it is to leave the list. */
function announced(was: ClientModel, is: ClientModel): CompleteVerdict[] {
  const { retire } = is;
  if (retire === undefined || !is.generations.includes(retire.generation) || same(was.retire, retire)) return [];
  return [
    {
      risk: "notes",
      what: `generation ${retire.generation} is to be retired by ${terms(retire)}`,
      why: "it works until it is removed from generations; check warns after that day (ROT-06)",
      ...places(was, is),
    },
  ];
}

/** Generations that are destroyed: as planned, or while consumers may still use them. */
function retired(was: ClientModel, is: ClientModel): CompleteVerdict[] {
  const left = without(was.generations, is.generations).map((number): CompleteVerdict => {
    const planned = is.retire?.generation === number ? is.retire : undefined;
    const [survivor] = is.generations;
    const common = { at: planned ? ["retire"] : ["generations"], before: was.generations, after: is.generations };
    const lost = "its client id and secret are destroyed";
    if (planned === undefined)
      return {
        ...common,
        risk: "breaks",
        what: `generation ${number} is removed, and not retired: ${lost}`,
        why: "whoever uses it gets no tokens; the gate refuses the plan without retire: { generation, reason, until }",
      };
    if (was.current === number)
      return {
        ...common,
        risk: "breaks",
        what: `generation ${number} is retired until ${terms(planned)}, while it is current: ${lost}`,
        why: `consumers use it until they read the outputs again; switch current to generation ${survivor} first, and retire it when they have moved`,
      };
    return {
      ...common,
      risk: "changes",
      what: `generation ${number} is retired until ${terms(planned)}: ${lost}`,
      why: `planned; before the apply: every consumer uses generation ${survivor}, and nobody requests tokens with generation ${number}; before retire is removed: the apply has destroyed it`,
    };
  });
  return left.length > 0 ? left : postponed(was, is);
}

/** Other terms for a generation that left the list before. */
function postponed(was: ClientModel, is: ClientModel): CompleteVerdict[] {
  const { retire } = is;
  if (retire === undefined || is.generations.includes(retire.generation) || same(was.retire, retire)) return [];
  const isSooner = was.retire?.generation === retire.generation && retire.until <= was.retire.until;
  return [
    {
      risk: isSooner ? "notes" : "changes",
      what: `generation ${retire.generation} is retired until ${terms(retire)}`,
      why: "the gate accepts until that day that it is destroyed",
      ...places(was, is),
    },
  ];
}

function completed(was: ClientModel, is: ClientModel): CompleteVerdict[] {
  if (was.retire === undefined || is.retire !== undefined) return [];
  const { generation } = was.retire;
  const exists = is.generations.includes(generation);
  return [
    {
      risk: "notes",
      what: exists
        ? `the retirement of generation ${generation} is called off`
        : `the rotation is complete: retire of generation ${generation} is removed`,
      why: exists
        ? "both generations stay"
        : "the gate refuses again that it is destroyed; its number is never used again (ROT-07)",
      ...places(was, is),
    },
  ];
}

function places(was: ClientModel, is: ClientModel): Pick<CompleteVerdict, "at" | "before" | "after"> {
  return { at: ["retire"], before: was.retire ?? null, after: is.retire ?? null };
}

function terms({ until, reason }: Retirement): string {
  return `${quoted(until)}, because ${quoted(reason)}`;
}

function without(all: readonly number[], those: readonly number[]): number[] {
  return all.filter((each) => !those.includes(each));
}
