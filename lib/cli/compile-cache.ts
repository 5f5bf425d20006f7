import Module from "node:module";

/** Keeps compiled code between runs, where Node can (since 22.1): a quarter of the time that a command takes to start. */
(Module as { enableCompileCache?(): unknown }).enableCompileCache?.();
