import type { ClientModel, PoolModel } from "../model/model";
import { getScope, read, refresh, signIn, write } from "./actions";
import type { Answer } from "./answer";

/** What a client may be able to do, by the word of the command line. */
export const ACTIONS = {
  "sign-in": { takes: "provider", needs: false, says: "sign users in", joins: "with", answer: signIn },
  refresh: { takes: undefined, needs: false, says: "refresh tokens", answer: refresh },
  get: { takes: "scope", needs: true, says: "get the scope", answer: getScope },
  read: { takes: "attribute", needs: true, says: "read", answer: read },
  write: { takes: "attribute", needs: true, says: "write", answer: write },
} as const satisfies Readonly<Record<string, ActionText>>;

export type Action = keyof typeof ACTIONS;

export interface ActionText {
  /** What it is done to. */
  readonly takes: "provider" | "scope" | "attribute" | undefined;
  /** Whether that must be said. */
  readonly needs: boolean;
  /** After `can`. */
  readonly says: string;
  /** Between that and what it is done to. */
  readonly joins?: string;
  readonly answer: (client: ClientModel, pool: PoolModel, object: string) => Answer;
}

/** The answer to one question about one client. */
export interface Answered {
  readonly pool: PoolModel;
  readonly client: ClientModel;
  readonly answer: Answer;
}

/** Asks every client of every pool, or those of one key. */
export function ask(pools: readonly PoolModel[], action: Action, object: string | undefined, key?: string): Answered[] {
  return pools.flatMap((pool) =>
    pool.clients
      .filter((client) => key === undefined || client.key === key)
      .map((client) => {
        const { answer } = ACTIONS[action] as ActionText;
        return { pool, client, answer: answer(client, pool, inCognito(action, object, pool) as string) };
      }),
  );
}

/** A scope of a resource server by the server's key, as Cognito knows it. */
function inCognito(action: Action, object: string | undefined, { resourceServers }: PoolModel): string | undefined {
  if (action !== "get" || object === undefined) return object;
  const [, key = "", scope = ""] = /^(.*)\/([^/]*)$/s.exec(object) ?? [];
  const server = resourceServers.find((each) => each.key === key);
  return server && typeof server.identifier === "string" ? `${server.identifier}/${scope}` : object;
}
