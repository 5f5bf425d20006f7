import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** What a filesystem mirror of the AWS provider holds, whatever else is in it. */
const AWS_PROVIDER = join("registry.terraform.io", "hashicorp", "aws");

/** Folders in which a machine without registry usually keeps a mirror, or in a folder of theirs. */
const USUAL_PLACES = ["/opt", "/usr/local/share", "/usr/local/lib", "/usr/share", "/var/lib", "/srv", "/mnt"];

/**
 * Finds a filesystem mirror that holds the AWS provider: a folder for `terraform init -plugin-dir`.
 * `COGNITO_PLUGIN_DIR` names one; else Terraform's own plugin folders and the usual places are searched.
 *
 * @returns `undefined` when there is none
 */
export function findPluginMirror(): string | undefined {
  const home = homedir();
  const own = [
    process.env.COGNITO_PLUGIN_DIR,
    process.env.TF_PLUGIN_CACHE_DIR,
    join(home, ".terraform.d", "plugins"),
    join(home, ".terraform.d", "plugin-cache"),
    join(process.env.XDG_DATA_HOME ?? join(home, ".local", "share"), "terraform", "plugins"),
  ];
  const places = [...USUAL_PLACES, home].flatMap((place) => [place, ...subfolders(place)]);
  const nested = places.flatMap((place) => [place, join(place, "plugins"), join(place, "providers")]);
  return [...own, ...nested].find((folder) => folder !== undefined && holdsAwsProvider(folder));
}

/** Whether `terraform init -plugin-dir=folder` can take the AWS provider from a folder. */
export function holdsAwsProvider(folder: string): boolean {
  return existsSync(join(folder, AWS_PROVIDER));
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
