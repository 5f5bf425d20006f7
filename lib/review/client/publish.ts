import type { ClientModel } from "../../model/model";
import { quoted } from "../../text/quoted";
import type { Verdict } from "../change";
import type { Facet } from "../language/facet";

/** Where the public values of a client are published. */
export const PUBLISH: Facet<ClientModel> = {
  at: ["publish"],
  noun: "published values",
  get: ({ publish }) => publish?.ssm,
  describe: (before: string | undefined, after: string | undefined): Verdict[] => {
    if (after === undefined)
      return [
        {
          risk: "breaks",
          what: `its public values are no longer published under ${quoted(before ?? "")}`,
          why: "the parameters are destroyed, and a front end that reads them no longer builds or starts",
        },
      ];
    if (before === undefined)
      return [
        {
          risk: "changes",
          what: `its public values are published under ${quoted(after)}`,
          why: "whoever may read these parameters sees ids, hosts and addresses, and no secret",
        },
      ];
    return [
      {
        risk: "breaks",
        what: `its public values are published under ${quoted(after)} instead of ${quoted(before)}`,
        why: "the parameters are replaced, and a front end that reads the former names no longer builds or starts",
      },
    ];
  },
};
