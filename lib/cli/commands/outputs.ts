import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findConfig, loadConfig, UsageError } from "../../config/load";
import { amplifyOutputs } from "../../front-end/amplify-outputs";
import { closedClient, deployedClient, OutputsError, readOutputs } from "../../front-end/deployed";
import { clientOf, type Deployed, publicValues } from "../../front-end/public-values";
import type { ClientModel, PoolModel } from "../../model/model";
import { readWhole } from "../../read-whole";
import { shellWord } from "../../terraform/shell-word";
import { type Context, EXIT, type ExitCode } from "../context";
import { hasModels } from "./check";

export const OUTPUT_FORMATS = ["json", "amplify", "env"] as const;

export interface OutputsOptions {
  readonly config?: string;
  readonly env?: string;
  readonly pool?: string;
  readonly client?: string;
  readonly format: (typeof OUTPUT_FORMATS)[number];
}

/**
 * `outputs`: the public values of a deployed client, for its front end. Reads ids and hosts among the outputs of Terraform
 * and the rest from the config; never a secret.
 */
export async function outputs(file: string, options: OutputsOptions, context: Context): Promise<ExitCode> {
  const config = options.config ?? findConfig(context.cwd);
  const loaded = await loadConfig({ cwd: context.cwd, config, environment: options.env });
  if (!hasModels(loaded, context)) return EXIT.usage;
  const pool = choose(
    loaded.pools,
    ({ stack }) => stack,
    options.pool,
    ({ key }) => key,
    "pool",
    "--env and --pool",
  );
  const chosen = choose(
    pool.clients,
    ({ key }) => key,
    options.client,
    ({ key }) => key,
    "client",
    "--client",
  );
  try {
    const read = readOutputs((file === "-" ? readFileSync(0) : readWhole(resolve(context.cwd, file))).toString("utf8"));
    const client = closedClient(clientOf(pool, chosen.key) as ClientModel, pool.variables);
    context.out(FORMATTERS[options.format](client, pool, deployedClient(read, chosen.key)));
  } catch (error) {
    if (error instanceof OutputsError)
      throw new UsageError(`${file === "-" ? "standard input" : file}: ${error.message}`);
    throw error;
  }
  return EXIT.ok;
}

type Formatter = (client: ClientModel, pool: PoolModel, deployed: Deployed) => string;

const FORMATTERS: Readonly<Record<OutputsOptions["format"], Formatter>> = {
  json: (client, _, deployed) => jsonText(publicValues(client, deployed)),
  amplify: (client, pool, deployed) => jsonText(amplifyOutputs(client, pool, deployed)),
  env: (client, _, deployed) =>
    Object.entries(publicValues(client, deployed))
      .map(([name, value]) => `COGNITO_${name.toUpperCase()}=${shellWord([value].flat().join(" "))}\n`)
      .join(""),
};

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The one item, or the one that an option names. @throws UsageError when it is not clear which */
function choose<T>(
  items: readonly T[],
  name: (item: T) => string,
  wanted: string | undefined,
  keyOf: (item: T) => string,
  what: string,
  option: string,
): T {
  const found = wanted === undefined ? items : items.filter((item) => keyOf(item) === wanted);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const names = (found.length > 0 ? found : items).map(name).join(", ");
  const problem = only === undefined ? `unknown ${what} ${wanted ?? ""}`.trim() : `several ${what}s`;
  throw new UsageError(`${problem}: choose one with ${option}: ${names}`);
}
