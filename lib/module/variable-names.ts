import { RESERVED } from "../config/keys";
import { snakeCase } from "../text/case";
import type { Steps } from "./json";

/** Maps of the config whose keys tell enough without the name of the map. */
const MAPS = ["clients", "groups", "identityProviders", "resourceServers"];

/** Finds names for variables that no other variable of the module has. */
export class VariableNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...RESERVED, ...taken]);
  }

  /** For a value of the config: `web_callback_urls` of `clients.web.callbackUrls`. */
  forConfig(steps: Steps): string {
    const [map, ...rest] = steps;
    const short = MAPS.includes(String(map)) ? rest : steps;
    return this.#free(nameOf(short), nameOf(steps));
  }

  /** For an argument of a resource: `password_policy_minimum_length`, `web_enable_token_revocation`. */
  forArgument(address: string, at: Steps, pool: string): string {
    const [type, name] = address.split(".").slice(-2) as [string, string];
    const kind = type.replace(/^aws_cognito_(user_pool_?)?/, "");
    const steps = at.filter((step) => step !== 0);
    return this.#free(nameOf([name === pool ? kind : name, ...steps]), nameOf([kind, name, ...steps]));
  }

  take(name: string): string {
    this.#taken.add(name);
    return name;
  }

  #free(...names: string[]): string {
    const last = names.at(-1) as string;
    let count = 1;
    for (;;) {
      const free = [...names, ...(count > 1 ? [`${last}_${count}`] : [])].find((name) => !this.#taken.has(name));
      if (free !== undefined) return free;
      count += 1;
    }
  }
}

function nameOf(steps: Steps): string {
  return steps
    .filter((step) => step !== "")
    .map((step) => snakeCase(String(step)).replace(/^_/, ""))
    .join("_")
    .replace(/^(?![a-z_])/, "_");
}
