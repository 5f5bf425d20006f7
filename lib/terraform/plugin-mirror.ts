import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where a filesystem mirror holds the AWS provider: Terraform and OpenTofu each ask for it by their own registry. */
const AWS_PROVIDER = ["registry.terraform.io", "registry.opentofu.org"].map((host) => join(host, "hashicorp", "aws"));

/** Folders in which a machine without registry usually has a mirror, or in a folder of theirs. */
const USUAL_PLACES = ["/opt", "/usr/local/share", "/usr/local/lib", "/usr/share", "/var/lib", "/srv", "/mnt"];

/**
 * Finds the filesystem mirrors that hold the AWS provider: folders for `terraform init -plugin-dir`, the likeliest first.
 * `COGNITO_PLUGIN_DIR` names one; then come the plugin folders of Terraform and OpenTofu, and the usual places.
 */
export function findPluginMirrors(): string[] {
  const home = homedir();
  const own = [
    process.env.COGNITO_PLUGIN_DIR,
    process.env.TF_PLUGIN_CACHE_DIR,
    ...[".terraform.d", ".opentofu.d"].flatMap((folder) => [
      join(home, folder, "plugins"),
      join(home, folder, "plugin-cache"),
    ]),
    ...["terraform", "opentofu"].map((name) =>
      join(process.env.XDG_DATA_HOME ?? join(home, ".local", "share"), name, "plugins"),
    ),
  ];
  const places = [...USUAL_PLACES, home].flatMap((place) => [place, ...subfolders(place)]);
  const nested = places.flatMap((place) => [place, join(place, "plugins"), join(place, "providers")]);
  return [...new Set([...own, ...nested].filter((folder) => folder !== undefined))].filter(holdsAwsProvider);
}

/** Whether `terraform init -plugin-dir=folder` can take the AWS provider from a folder. */
export function holdsAwsProvider(folder: string): boolean {
  return AWS_PROVIDER.some((provider) => existsSync(join(folder, provider)));
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
