import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/repository";
import { temporaryFolder } from "../support/temporary-folder";

/** A suite that installs packages. */
export const describeNpm: (name: string, suite: () => void) => void = registryAnswers()
  ? describe
  : (name) => {
      process.stderr.write(`NOT RUN: ${name}: the npm registry cannot be reached\n`);
      describe(name, () => test.todo("needs the npm registry"));
    };

function registryAnswers(): boolean {
  return spawnSync("npm", ["view", "cdktf@0.21.0", "version"], { cwd: tmpdir(), stdio: "ignore" }).status === 0;
}

/** A project of its own, in which the package that `npm pack` makes is installed. */
export class Project {
  readonly folder = temporaryFolder("project");
  #tarball = "";

  constructor(readonly manifest: object = {}) {}

  /** Packs and installs, together with other packages. */
  install(...packages: string[]): this {
    if (this.#tarball === "") {
      const args = ["pack", "--json", "--silent", "--pack-destination", this.folder];
      const packed = execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      this.#tarball = JSON.parse(packed.slice(packed.indexOf("[\n")))[0].filename;
      this.write({ "package.json": JSON.stringify({ name: "theirs", private: true, ...this.manifest }) });
    }
    const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", this.#tarball, ...packages];
    execFileSync("npm", args, { cwd: this.folder, stdio: ["ignore", "ignore", "pipe"] });
    return this;
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
  }

  run(command: string, ...args: string[]) {
    return spawnSync(command, args, { cwd: this.folder, encoding: "utf8" });
  }

  /** The command line of the package. */
  cognito(...args: string[]) {
    return this.run(join(this.folder, "node_modules", ".bin", "cdktf-cognito"), ...args);
  }

  /** What the installed packages take, in millions of bytes. */
  installedMegabytes(): number {
    const files = readdirSync(join(this.folder, "node_modules"), { recursive: true, withFileTypes: true });
    const sizes = files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
    return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  }
}
