import { messageOf, UsageError } from "../../domain/errors.ts";

export type LlamaLibrary = typeof import("node-llama-cpp");
type Llama = Awaited<ReturnType<LlamaLibrary["getLlama"]>>;

const loadInstalled = (): Promise<LlamaLibrary> => import("node-llama-cpp");

/** The library that runs models in this process, where it is installed: it is large, and most people need no such model. */
export async function openLlama(
  load: () => Promise<LlamaLibrary> = loadInstalled,
): Promise<{ readonly library: LlamaLibrary; readonly llama: Llama }> {
  try {
    const library = await load();
    const logLevel = library.LlamaLogLevel.error;
    return { library, llama: await library.getLlama({ gpu: false, build: "never", progressLogs: false, logLevel }) };
  } catch (error) {
    throw new UsageError(
      `--model gguf:FILE needs node-llama-cpp, which cannot be used here (${messageOf(error).split("\n")[0]}). Without its builds for graphics cards it takes about 85 MB:\n  npm install node-llama-cpp@3 ${platformPackage()} --omit=optional --ignore-scripts`,
      { cause: error },
    );
  }
}

function platformPackage(): string {
  const { platform, arch } = process;
  if (platform === "darwin") return `@node-llama-cpp/mac-${arch === "arm64" ? "arm64-metal" : arch}@3`;
  return `@node-llama-cpp/${platform === "win32" ? "win" : platform}-${arch}@3`;
}
