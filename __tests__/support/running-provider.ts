import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const running = new Set<RunningProvider>();
afterAll(() => {
  for (const provider of running) provider.stop();
});

/**
 * The AWS provider that `terraform init` installed, as a process that Terraform calls again and again. Terraform would
 * else start it again for each call, and most of a call's time is that start.
 */
export class RunningProvider {
  private constructor(
    readonly process: ChildProcess,
    /** What Terraform needs to know to call it. */
    readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Starts the provider of a folder that is initialised. @throws Error when it ends before it can be called */
  static async start(folder: string): Promise<RunningProvider> {
    // The provider takes certificates once only, and here it is configured by every call.
    const { AWS_CA_BUNDLE: _, ...env } = process.env;
    const child = spawn(executable(folder), ["-debug"], { env, stdio: ["ignore", "pipe", "ignore"] });
    const attach = await new Promise<string>((resolve, reject) => {
      let printed = "";
      child.stdout.on("data", (chunk) => {
        printed += chunk;
        const [, value] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(printed) ?? [];
        if (value !== undefined) resolve(value);
      });
      child.on("error", reject);
      child.on("close", (code) => reject(new Error(`the AWS provider ended with ${code}:\n${printed}`)));
    });
    const provider = new RunningProvider(child, { TF_REATTACH_PROVIDERS: attach });
    running.add(provider);
    return provider;
  }

  stop(): void {
    running.delete(this);
    this.process.kill();
  }
}

function executable(folder: string): string {
  const aws = join(folder, ".terraform", "providers", "registry.terraform.io", "hashicorp", "aws");
  const [version = ""] = readdirSync(aws);
  const [platform = ""] = readdirSync(join(aws, version));
  const name = readdirSync(join(aws, version, platform)).find((each) => each.startsWith("terraform-provider-aws"));
  return join(aws, version, platform, name ?? "");
}
