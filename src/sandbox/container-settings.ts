import { hostname } from "node:os";
import type Docker from "dockerode";
import { INPUT_STORE_BYTES } from "./input-store.ts";
import type { BoxKind } from "./sandbox.ts";

const MIB = 1024 * 1024;

/** Room for the runner, a program's files and the kernel's own pages, beyond what the program may use. */
const SLACK_BYTES = 128 * MIB;

export const LABEL_OWNER_PID = "medalist.owner-pid";
export const LABEL_OWNER_HOST = "medalist.owner-host";

interface BoxSettings {
  readonly image: string;
  readonly kind: BoxKind;
  readonly core: number;
  readonly memoryLimitBytes: number;
  /** Another OCI runtime, such as runsc (gVisor) or kata. */
  readonly runtime?: string | undefined;
}

/** What each setting is for stands in `sandbox/README.md`. */
export function containerSettings(settings: BoxSettings): Docker.ContainerCreateOptions {
  const memory = containerMemoryBytes(settings.memoryLimitBytes);
  return {
    Image: settings.image,
    Labels: { [LABEL_OWNER_PID]: String(process.pid), [LABEL_OWNER_HOST]: hostname(), "medalist.box": settings.kind },
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Env: [],
    HostConfig: {
      AutoRemove: true,
      NetworkMode: "none",
      ReadonlyRootfs: true,
      CapDrop: ["ALL"],
      CapAdd: ["SETUID", "SETGID", "KILL", "CHOWN", "DAC_OVERRIDE", "FOWNER"],
      SecurityOpt: ["no-new-privileges"],
      Memory: memory,
      MemorySwap: memory,
      PidsLimit: 128,
      CpusetCpus: String(settings.core),
      Tmpfs: { "/w": "rw,exec,nosuid,nodev,size=2g,nr_inodes=8k,mode=0755" },
      IpcMode: "none",
      Sysctls: {
        "kernel.shmmni": "0",
        "kernel.shmmax": "0",
        "kernel.msgmni": "0",
        "kernel.sem": "0 0 0 0",
        "fs.mqueue.queues_max": "0",
      },
      Ulimits: [
        { Name: "core", Soft: 0, Hard: 0 },
        { Name: "stack", Soft: -1, Hard: -1 },
        { Name: "nofile", Soft: 4096, Hard: 4096 },
      ],
      LogConfig: { Type: "none", Config: {} },
      Init: false,
      ...(settings.runtime ? { Runtime: settings.runtime } : {}),
    },
  };
}

export function containerMemoryBytes(memoryLimitBytes: number): number {
  return memoryLimitBytes + INPUT_STORE_BYTES + SLACK_BYTES;
}
