import type { PoolModel } from "../../model/model";
import type { Facet } from "../language/facet";
import { get } from "../language/facet-kinds";
import { shown } from "../language/wording";

/** What a review says about the web ACL of a pool. */
export const WEB_ACL: Facet<PoolModel> = {
  at: ["webAclArn"],
  noun: "web ACL",
  get: get("webAclArn"),
  describe: (before: string | undefined, after: string | undefined) => {
    if (before === undefined)
      return [
        {
          risk: "changes",
          what: `web ACL ${shown(after)} filters requests to the pool`,
          why: "what its rules block is answered with an error, in the sign-in pages and in apps",
        },
      ];
    if (after === undefined)
      return [
        {
          risk: "opens",
          what: `web ACL ${shown(before)} no longer filters requests to the pool`,
          why: "what its rules blocked reaches sign-up and sign-in",
        },
      ];
    return [
      {
        risk: "changes",
        what: `web ACL: ${shown(after)} instead of ${shown(before)}`,
        why: "other rules filter requests; between the two, during the apply, none do",
      },
    ];
  },
};
